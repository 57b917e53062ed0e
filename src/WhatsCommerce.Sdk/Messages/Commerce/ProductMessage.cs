namespace WhatsCommerce.Messages;

/// <summary>A message that shows one product of a catalog (single product message). Created by <see cref="Message.Product"/>.</summary>
public sealed class ProductMessage : InteractiveMessage
{
    internal ProductMessage(string? body, string? footer, CatalogId catalogId, RetailerId retailerId)
        : base(body, footer)
    {
        CatalogId = catalogId;
        RetailerId = retailerId;
    }

    /// <inheritdoc/>
    public override string Kind => "product";

    /// <summary>The catalog.</summary>
    public CatalogId CatalogId { get; }

    /// <summary>The item.</summary>
    public RetailerId RetailerId { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RetailerId> Products => [RetailerId];

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("catalog_id"u8, CatalogId.Value);
        writer.WriteString("product_retailer_id"u8, RetailerId.Value);
    }
}
