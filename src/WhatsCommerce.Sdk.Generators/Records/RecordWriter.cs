namespace WhatsCommerce.Generators.Records;

/// <summary>Generates the repetitive part of a record: constructors and the draft that reads it.</summary>
internal static class RecordWriter
{
    public static string WriteConstructors(RecordModel record) => record.Type.File([], source => source.Line($$"""
        /// <summary>Initializes an instance, for your own tests.</summary>
        public {{record.Name}}() { }

        internal {{record.Name}}(in EventHead head)
            : base(head) { }
        """));

    public static string WriteDraft(RecordModel record) => SourceFile.Of(
        RecordGenerator.JsonRoom,
        ["System", "System.Collections.Generic"],
        source =>
        {
            source.Line($"/// <summary>Reads <see cref=\"{record.Name}\"/>.</summary>");
            using (source.Braces($"internal struct {record.Draft} : {ContractOf(record)}"))
            {
                WriteMembers(source, record);
            }
        });

    private static string ContractOf(RecordModel record) => record.Kind switch
    {
        RecordKind.Value => "IValueDraft",
        RecordKind.Item => "IItemDraft",
        RecordKind.Payload => "IPayloadDraft",
        _ => $"IPartDraft<{record.Name}>",
    };

    private static void WriteMembers(SourceWriter source, RecordModel record)
    {
        foreach (MemberModel member in record.AllMembers)
        {
            source.Line($"private {member.DraftType} {member.Field};");
        }

        var root = WireObject.Of(record);
        string? inline = record.Members.FirstOrDefault(member => member.Paths.Count == 0)?.Take(0);
        source.Blank();
        WriteSwitch(
            source,
            "public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch",
            root,
            inline ?? "false");
        source.Blank();
        EventWriter.Write(source, record);
        foreach (WireObject inner in root.Inner)
        {
            WriteTakeObject(source, inner);
        }
    }

    // The length is compared first, because it distinguishes most names.
    private static void WriteSwitch(SourceWriter source, string head, WireObject from, string otherwise)
    {
        using (source.Braces(head, end: "};"))
        {
            foreach ((string name, string take) in from.Members.OrderBy(member => member.Name.Length))
            {
                source.Line($"{name.Length} when member.Is(\"{name}\"u8) => {take},");
            }

            source.Line($"_ => {otherwise},");
        }
    }

    private static void WriteTakeObject(SourceWriter source, WireObject from)
    {
        source.Blank();
        using (source.Braces($"private bool {from.Method}(ref JsonMemberReader r, ref Rest rest)"))
        {
            source.Line("""
                if (!r.IsObject)
                {
                    return r.IsNull;
                }
                """).Blank();
            using (source.Braces("while (r.NextMember(out Member member))"))
            {
                WriteSwitch(source, "bool taken = member.Name.Length switch", from, "false");
                source.Line($$"""
                    if (!taken)
                    {
                        r.Keep(member, ref rest, "{{from.Path}}");
                    }
                    """);
            }

            source.Blank().Line("return true;");
        }

        foreach (WireObject inner in from.Inner)
        {
            WriteTakeObject(source, inner);
        }
    }
}
