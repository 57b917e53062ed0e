using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>Converts values to and from the types of the columns: ids are bytes, times are Unix milliseconds.</summary>
internal static class Stored
{
    // In the order of their text, which for ids of version 7 is the order of their creation.
    public static byte[] Of(Guid id) => id.ToByteArray(bigEndian: true);

    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static string? Of(string? text) => text is null ? null : StoredText.Escape(text);

    public static Guid ReadGuid(SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    public static DateTimeOffset ReadTime(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static string? ReadText(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : StoredText.Unescape(row.GetString(column));

    /// <summary>Formats a time with full precision, and readable.</summary>
    public static string Exactly(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset ReadExactly(SqliteDataReader row, int column) =>
        DateTimeOffset.ParseExact(row.GetString(column), "O", CultureInfo.InvariantCulture);
}
