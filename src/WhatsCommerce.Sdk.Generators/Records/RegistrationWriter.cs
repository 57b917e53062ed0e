namespace WhatsCommerce.Generators.Records;

/// <summary>Generates the mapping of fields to records.</summary>
internal static class RegistrationWriter
{
    public static string Write(
        IEnumerable<RecordModel> records) => SourceFile.Of(RecordGenerator.JsonRoom, ["System.Collections.Generic"], source =>
    {
        using var type = source.Braces("internal static partial class FieldReaders");
        using var table = source.Braces("private static Dictionary<string, FieldReader> OfRecords() => new()", end: "};");
        var fields = from record in records
                     from field in record.Fields
                     group (field.Items, record.Draft) by field.Name into field
                     orderby field.Key
                     select field;
        foreach (IGrouping<string, (string? Items, string Draft)> field in fields)
        {
            source.Line($"[\"{field.Key}\"] = {ReaderOf([.. field])},");
        }
    });

    private static string ReaderOf((string? Items, string Draft)[] records) => records[0].Items is null
        ? $"ValueEvent.Read<{records[0].Draft}>"
        : $"new ItemsReader({string.Join(", ", records.Select(record => $"(\"{record.Items}\", ItemEvent.Read<{record.Draft}>)"))}).Read";
}
