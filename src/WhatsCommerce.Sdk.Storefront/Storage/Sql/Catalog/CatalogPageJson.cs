using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WhatsCommerce.Storefronts;

/// <summary>Pages of products and lists of ids as one parameter: a page is one statement, however many products it has.</summary>
internal static class CatalogPageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns of a product in the page; <c>data</c> is text within the text, which no database looks into.</summary>
    public static string Of(IEnumerable<CatalogProduct> products) => Write(writer =>
    {
        foreach (CatalogProduct product in products)
        {
            writer.WriteStartObject();
            writer.WriteString("retailer_id", StoredWord.Clean(product.RetailerId.Value));
            writer.WriteString("own_id", StoredWord.Clean(product.OwnId));
            writer.WriteString("meta_id", StoredWord.Clean(product.MetaId.Value));
            writer.WriteString("group_id", StoredWord.Clean(product.GroupId.Value));
            writer.WriteString("parent_id", StoredWord.Clean(product.ParentId.Value));
            writer.WriteString("name", StoredWord.Clean(product.Name));
            writer.WriteString("category", StoredWord.Clean(product.Category));
            writer.WriteString("category_id", product.CategoryId.Value);
            writer.WriteString("currency", product.Price?.Currency.Code);
            Number(writer, "price", MinorUnits.Of(product.Price));
            writer.WriteNumber("obstacles", (int)product.Obstacles);
            writer.WriteNumber("is_searchable", product.IsSearchable ? 1 : 0);
            writer.WriteNumber("read_at", product.ReadAt.ToUnixTimeMilliseconds());
            Number(writer, "gone_at", product.GoneAt?.ToUnixTimeMilliseconds());
            writer.WriteString("data", JsonSerializer.Serialize(product, StoredJson.Of<CatalogProduct>()));
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

    private static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is long number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

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
