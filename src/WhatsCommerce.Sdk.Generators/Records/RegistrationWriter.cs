using WhatsCommerce.Generators.Writing;

namespace WhatsCommerce.Generators.Records;

/// <summary>Writes which record reads which field.</summary>
internal static class RegistrationWriter
{
    public static string Write(IEnumerable<RecordModel> records)
    {
        var code = new CodeWriter()
            .Line("using System.Collections.Generic;")
            .Line()
            .Open("namespace WhatsCommerce.Webhooks.Json")
            .Open("internal static partial class FieldReaders")
            .Line("private static Dictionary<string, FieldReader> OfRecords() => new()")
            .Line("{");
        var fields = from record in records
                     from field in record.Fields
                     group (field.Items, record.Draft) by field.Name into field
                     orderby field.Key
                     select field;
        foreach (IGrouping<string, (string? Items, string Draft)> field in fields)
        {
            code.Line($"    [\"{field.Key}\"] = {ReaderOf([.. field])},");
        }

        return code.Line("};").Close().Close().ToString();
    }

    /// <summary>What is read by two records.</summary>
    public static IEnumerable<Finding> FindTwice(IEnumerable<RecordModel> records) =>
        from record in records
        from field in record.Fields
        group field.Twice by (field.Name, field.Items) into same
        from twice in same.Skip(1)
        select twice;

    private static string ReaderOf((string? Items, string Draft)[] records) => records[0].Items is null
        ? $"ValueEvent.Read<{records[0].Draft}>"
        : $"new ItemsReader({string.Join(", ", records.Select(record => $"(\"{record.Items}\", ItemEvent.Read<{record.Draft}>)"))}).Read";
}
