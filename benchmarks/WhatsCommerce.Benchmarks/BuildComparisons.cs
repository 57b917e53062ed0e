using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// Compares building, validating and serializing a message with a hand-written writer that produces the same bytes without validation.
/// </summary>
internal static class BuildComparisons
{
    private const string To = "+16505551234";
    private const string CatalogId = "146265584024623";
    private const string Header = "Fresh today";
    private const string Body = "Pick what you like";
    private const string Footer = "Free delivery over $30";

    private static readonly (string Title, string[] Skus)[] Sections =
        [.. Enumerable.Range(0, 10).Select(s => ($"Section {s}", Enumerable.Range(0, 3).Select(p => $"sku-{s}-{p}-2lc20305pt").ToArray()))];

    private static readonly RetailerId[][] Products =
        [.. Sections.Select(section => section.Skus.Select(sku => new RetailerId(sku)).ToArray())];

    private static readonly JsonWriterOptions Unchecked = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static Topic Topic { get; } = new("builder", ["product-list"], Turns: 300, Processes: 5, PrepareAsync);

    private static Task<Stage> PrepareAsync() => Build().AsSpan().SequenceEqual(Write())
        ? Task.FromResult(new Stage(
        [
            new(
                "product-list",
                "Build, validate and serialize a product list of 10 x 3 products",
                new Limits(2.0, Bytes: 4 * 1024),
                new ThreadSubject(() => Write()),
                new ThreadSubject(() => Build())),
        ]))
        : throw new InvalidOperationException("The hand-written writer produces different bytes than the builder.");

    private static byte[] Build()
    {
        ProductListMessageBuilder list = Message.ProductList(CatalogId).Header(Header).Body(Body).Footer(Footer);
        for (int i = 0; i < Sections.Length; i++)
        {
            list.Section(Sections[i].Title, Products[i]);
        }

        return list.Build().ToJson(To);
    }

    private static byte[] Write()
    {
        ArrayBufferWriter<byte> buffer = new(2 * 1024);
        using Utf8JsonWriter json = new(buffer, Unchecked);
        json.WriteStartObject();
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        json.WriteString("recipient_type"u8, "individual"u8);
        json.WriteString("to"u8, To);
        json.WriteString("type"u8, "interactive"u8);
        json.WriteStartObject("interactive"u8);
        json.WriteString("type"u8, "product_list"u8);
        json.WriteStartObject("header"u8);
        json.WriteString("type"u8, "text"u8);
        json.WriteString("text"u8, Header);
        json.WriteEndObject();
        json.WriteStartObject("body"u8);
        json.WriteString("text"u8, Body);
        json.WriteEndObject();
        json.WriteStartObject("footer"u8);
        json.WriteString("text"u8, Footer);
        json.WriteEndObject();
        json.WriteStartObject("action"u8);
        json.WriteString("catalog_id"u8, CatalogId);
        json.WriteStartArray("sections"u8);
        foreach ((string title, string[] skus) in Sections)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, title);
            json.WriteStartArray("product_items"u8);
            foreach (string sku in skus)
            {
                json.WriteStartObject();
                json.WriteString("product_retailer_id"u8, sku);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
