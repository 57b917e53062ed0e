using WhatsCommerce.Generators.Writing;

namespace WhatsCommerce.Generators.Records;

/// <summary>Writes the method that makes the record of what its draft has read.</summary>
internal static class EventWriter
{
    private static readonly (string Property, string[] Sources)[] Customer =
    [
        ("WaId", ["WaId", "PhoneNumber"]),
        ("UserId", ["UserId"]),
        ("ParentUserId", ["ParentUserId"]),
        ("Username", ["Username"]),
    ];

    public static void Write(CodeWriter code, RecordModel record)
    {
        switch (record.Kind)
        {
            case RecordKind.Part:
                code.Open($"public readonly {record.Name} ToPart(AdditionalProperties rest) => new()");
                WriteProperties(code, record);
                code.Line("AdditionalProperties = rest,").Close(";");
                break;
            case RecordKind.Item:
                code.Open("public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)");
                WriteEvent(code, record);
                break;
            default:
                code.Open("public readonly WebhookEvent ToEvent(in EventHead head)");
                WriteEvent(code, record);
                break;
        }
    }

    private static void WriteEvent(CodeWriter code, RecordModel record)
    {
        foreach (string number in (string[])["PhoneNumberId", "DisplayPhoneNumber"])
        {
            if (record.HeadValueOf(number) is { } value)
            {
                code.Line($"head.Change.{number} = {value} ?? head.Change.{number};");
            }
        }

        string head = HeadOf(record);
        if (record.Members.Any(member => member.Missing is not null))
        {
            code.Line($"EventHead where = {head};");
            head = "where";
            WriteMissing(code, record);
        }

        code.Open($"return new {record.Name}({head})");
        WriteProperties(code, record);
        code.Close(";").Close();
    }

    private static void WriteMissing(CodeWriter code, RecordModel record)
    {
        foreach (MemberModel member in record.Members.Where(member => member.Missing is not null))
        {
            code.Open($"if (string.IsNullOrWhiteSpace({member.Field}))")
                .Line($"return new MalformedEvent(where) {{ Path = items.Path + \".{member.Paths[0]}\", Reason = \"{member.Missing}\" }};")
                .Close()
                .Line();
        }
    }

    private static void WriteProperties(CodeWriter code, RecordModel record) =>
        code.Lines(record.Members.Select(member => $"{member.Property} = {member.Value},"));

    // What the event itself tells counts; the rest is as the value, or the contacts beside it, have it.
    private static string HeadOf(RecordModel record)
    {
        List<string> parts = [];
        if (record.HeadValueOf("Timestamp") is { } timestamp)
        {
            parts.Add($"Timestamp = {timestamp} ?? head.Timestamp");
        }

        string[] ids =
        [
            .. from id in Customer
               let values = id.Sources.Select(record.HeadValueOf).OfType<string>().ToArray()
               where values.Length > 0
               select $"{id.Property} = {string.Join(" ?? ", values)}",
        ];
        if (ids.Length > 0)
        {
            string join = record.Kind == RecordKind.Item ? "Join(ref contacts, items.Index)" : "ToCustomer()";
            parts.Add($"Customer = new CustomerNaming {{ {string.Join(", ", ids)} }}.{join}");
        }

        return parts.Count == 0 ? "head" : $"head with {{ {string.Join(", ", parts)} }}";
    }
}
