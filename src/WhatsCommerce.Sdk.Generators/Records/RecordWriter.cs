using WhatsCommerce.Generators.Writing;

namespace WhatsCommerce.Generators.Records;

/// <summary>Writes the half of a record that nobody wants to type: constructors and the draft that reads it.</summary>
internal static class RecordWriter
{
    public static string Write(RecordModel record)
    {
        var code = new CodeWriter().Line("using System;").Line("using System.Collections.Generic;").Line();
        if (record.Kind != RecordKind.Part)
        {
            WriteConstructors(code, record);
        }

        code.Open("namespace WhatsCommerce.Webhooks.Json");
        WriteDraft(code, record);
        return code.Close().ToString();
    }

    private static void WriteConstructors(CodeWriter code, RecordModel record) => code
        .Open($"namespace {record.Namespace}")
        .Open($"public sealed partial record {record.Name}")
        .Line("/// <summary>Makes one, for tests of your own.</summary>")
        .Open($"public {record.Name}()")
        .Close()
        .Line()
        .Line($"internal {record.Name}(in EventHead head)")
        .Line("    : base(head)")
        .Line("{")
        .Line("}")
        .Close()
        .Close()
        .Line();

    private static void WriteDraft(CodeWriter code, RecordModel record)
    {
        string contract = record.Kind switch
        {
            RecordKind.Value => "IValueDraft",
            RecordKind.Item => "IItemDraft",
            _ => $"IPartDraft<{record.Name}>",
        };
        code.Line($"/// <summary>Reads <see cref=\"{record.Name}\"/>.</summary>")
            .Open($"internal struct {record.Draft} : {contract}")
            .Lines(record.AllMembers.Select(member => $"private {member.DraftType} {member.Field};"))
            .Line();

        var root = WireObject.Of(record);
        string? inline = record.Members.FirstOrDefault(member => member.Paths.Count == 0)?.Take(0);
        code.Line("public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch");
        WriteArms(code, root, inline ?? "false");
        code.Line();
        EventWriter.Write(code, record);
        foreach (WireObject inner in root.Inner)
        {
            WriteTakeObject(code, inner);
        }

        code.Close();
    }

    // The length first: it tells most names apart without comparing them.
    private static void WriteArms(CodeWriter code, WireObject from, string otherwise)
    {
        code.Line("{");
        foreach ((string name, string take) in from.Members.OrderBy(member => member.Name.Length))
        {
            code.Line($"    {name.Length} when member.Is(\"{name}\"u8) => {take},");
        }

        code.Line($"    _ => {otherwise},").Line("};");
    }

    private static void WriteTakeObject(CodeWriter code, WireObject from)
    {
        code.Line()
            .Open($"private bool {from.Method}(ref JsonMemberReader r, ref Rest rest)")
            .Open("if (!r.IsObject)")
            .Line("return r.IsNull;")
            .Close()
            .Line()
            .Open("while (r.NextMember(out Member member))")
            .Line("bool taken = member.Name.Length switch");
        WriteArms(code, from, "false");
        code.Open("if (!taken)")
            .Line($"r.Keep(member, ref rest, \"{from.Path}\");")
            .Close()
            .Close()
            .Line()
            .Line("return true;")
            .Close();
        foreach (WireObject inner in from.Inner)
        {
            WriteTakeObject(code, inner);
        }
    }
}
