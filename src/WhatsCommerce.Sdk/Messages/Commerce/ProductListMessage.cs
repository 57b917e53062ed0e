namespace WhatsCommerce.Messages;

/// <summary>
/// A message that shows up to 30 products in up to 10 sections (multi-product message). Created by <see cref="Message.ProductList"/>.
/// </summary>
public sealed class ProductListMessage : InteractiveMessage
{
    internal ProductListMessage(string header, string body, string? footer, CatalogId catalogId, ImmutableArray<ProductSection> sections)
        : base(body, footer)
    {
        Header = header;
        CatalogId = catalogId;
        Sections = sections;
    }

    /// <inheritdoc/>
    public override string Kind => "product_list";

    /// <summary>The title above the body.</summary>
    public string Header { get; }

    /// <summary>The catalog.</summary>
    public CatalogId CatalogId { get; }

    /// <summary>The sections in the order shown.</summary>
    public ImmutableArray<ProductSection> Sections { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<RetailerId> Products => [.. Sections.SelectMany(section => section.Products)];

    private protected override void WriteHeader(Utf8JsonWriter writer) => WriteTextHeader(writer, Header);

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("catalog_id"u8, CatalogId.Value);
        ProductSection.Write(writer, Sections);
    }
}
