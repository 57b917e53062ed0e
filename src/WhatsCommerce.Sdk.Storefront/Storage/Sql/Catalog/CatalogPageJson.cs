using System.Buffers;
using System.Text.Encodings.Web;

namespace WhatsCommerce.Storefronts;

/// <summary>Pages of products and lists of ids as one parameter: a page is one statement, however many products it has.</summary>
internal static class CatalogPageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The columns of the products, all as text; <c>data</c> is a nested string that the database does not parse.
    /// </summary>
    public static string Of(IEnumerable<CatalogProduct> products) => Write(writer =>
    {
        foreach (CatalogProduct product in products)
        {
            string?[] cells = CatalogCells.Of(product);
            writer.WriteStartObject();
            for (int i = 0; i < cells.Length; i++)
            {
                writer.WriteString(CatalogCells.Columns[i], cells[i]);
            }

            writer.WriteEndObject();
        }
    });

    /// <summary>A list of ids.</summary>
    public static string Of(IEnumerable<string?> ids) => Write(writer =>
    {
        foreach (string? id in ids)
        {
            writer.WriteStringValue(StoredWord.Clean(id));
        }
    });

    private static string Write(Action<Utf8JsonWriter> elements)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartArray();
            elements(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
