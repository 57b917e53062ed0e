namespace WhatsCommerce.Generators.Records;

/// <summary>Generates the method that creates the record from its draft.</summary>
internal static class EventWriter
{
    private static readonly (string Property, string[] Sources)[] Customer =
    [
        ("WaId", ["WaId", "PhoneNumber"]),
        ("UserId", ["UserId"]),
        ("ParentUserId", ["ParentUserId"]),
        ("Username", ["Username"]),
    ];

    public static void Write(SourceWriter source, RecordModel record)
    {
        if (record.Kind == RecordKind.Part)
        {
            using (source.Braces($"public readonly {record.Name} ToPart(AdditionalProperties rest) => new()", end: "};"))
            {
                WriteProperties(source, record);
                source.Line("AdditionalProperties = rest,");
            }

            return;
        }

        if (record.Kind == RecordKind.Payload)
        {
            using (source.Braces("public readonly MessageEvent? ToEvent(in Member member, ref Payload payload)"))
            {
                WriteMissing(source, record, static member => $$"""
                    if ({{member.Field}} is null)
                    {
                        payload.Fail(member, ".{{member.Paths[0]}}", "{{member.Missing}}");
                        return null;
                    }
                    """);
                WriteNew(source, record, "");
            }

            return;
        }

        string more = record.Kind == RecordKind.Item ? ", in ItemArray items, ref Contacts contacts" : "";
        using (source.Braces($"public readonly WebhookEvent ToEvent(in EventHead head{more})"))
        {
            WriteEvent(source, record);
        }
    }

    private static void WriteEvent(SourceWriter source, RecordModel record)
    {
        foreach (string number in (string[])["PhoneNumberId", "DisplayPhoneNumber"])
        {
            if (record.HeadValueOf(number) is { } value)
            {
                source.Line($"head.Change.{number} = {value} ?? head.Change.{number};");
            }
        }

        string[] parts = [.. HeadOf(record)];
        if (parts.Length > 0)
        {
            using (source.Braces("EventHead where = head with", end: "};"))
            {
                foreach (string part in parts)
                {
                    source.Line(part + ",");
                }
            }
        }

        string head = parts.Length > 0 ? "where" : "head";
        WriteMissing(source, record, member => $$"""
            if (string.IsNullOrWhiteSpace({{member.Field}}))
            {
                return new MalformedEvent({{head}}) { Path = items.Path + ".{{member.Paths[0]}}", Reason = "{{member.Missing}}" };
            }
            """);
        WriteNew(source, record, head);
    }

    private static void WriteMissing(SourceWriter source, RecordModel record, Func<MemberModel, string> check)
    {
        foreach (MemberModel member in record.Members.Where(member => member.Missing is not null))
        {
            source.Line(check(member)).Blank();
        }
    }

    private static void WriteNew(SourceWriter source, RecordModel record, string arguments)
    {
        using (source.Braces($"return new {record.Name}({arguments})", end: "};"))
        {
            WriteProperties(source, record);
        }
    }

    private static void WriteProperties(SourceWriter source, RecordModel record)
    {
        foreach (MemberModel member in record.Members)
        {
            source.Line($"{member.Property} = {member.Value},");
        }
    }

    // The members of the event itself take precedence over those of the value, or of the contacts beside it.
    private static IEnumerable<string> HeadOf(RecordModel record)
    {
        if (record.HeadValueOf("Timestamp") is { } timestamp)
        {
            yield return $"Timestamp = {timestamp} ?? head.Timestamp";
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
            yield return $"Customer = new CustomerNaming {{ {string.Join(", ", ids)} }}.{join}";
        }
    }
}
