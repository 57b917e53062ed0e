namespace WhatsCommerce.Messages;

/// <summary>Represents a carousel of two to ten products. Created by <see cref="Message.ProductCarousel"/>.</summary>
public sealed class ProductCarouselMessage : InteractiveMessage
{
    private readonly ImmutableArray<RetailerId> _products;

    internal ProductCarouselMessage(string body, CatalogId catalogId, ImmutableArray<RetailerId> products)
        : base(body, footer: null)
    {
        CatalogId = catalogId;
        _products = products;
    }

    /// <inheritdoc/>
    public override string Kind => "carousel";

    /// <summary>The catalog.</summary>
    public CatalogId CatalogId { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RetailerId> Products => _products;

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("cards"u8);
        for (int i = 0; i < _products.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("card_index"u8, i);
            writer.WriteString("type"u8, "product"u8);
            writer.WriteStartObject("action"u8);
            writer.WriteString("product_retailer_id"u8, _products[i].Value);
            writer.WriteString("catalog_id"u8, CatalogId.Value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
