namespace WhatsCommerce.Messages;

/// <summary>Builds a product list: header and body are required, and up to 30 products stand in up to 10 sections.</summary>
/// <remarks>Source: Meta, catalogs/sell-products-and-services/share-products, "Multi-product messages"; OpenAPI v23.0.</remarks>
public sealed class ProductListMessageBuilder : InteractiveMessageBuilder<ProductListMessageBuilder, ProductListMessage>
{
    private readonly CatalogId _catalogId;
    private readonly List<ProductSection> _sections = [];
    private List<ProductSection> _shown = [];
    private string? _header;

    internal ProductListMessageBuilder(CatalogId catalogId) => _catalogId = catalogId;

    /// <summary>Sets the title above the body.</summary>
    /// <param name="text">At most <see cref="MessageLimits.InteractiveHeaderText"/> characters.</param>
    public ProductListMessageBuilder Header(string? text)
    {
        _header = NullIfEmpty(text);
        return this;
    }

    /// <summary>Adds a section.</summary>
    /// <param name="title">At most <see cref="MessageLimits.SectionTitle"/> characters; required when there is more than one
    /// section.</param>
    /// <param name="products">The items' ids in the catalog; at most <see cref="MessageLimits.ProductListProducts"/> over all
    /// sections.</param>
    public ProductListMessageBuilder Section(string? title, params ReadOnlySpan<RetailerId> products)
    {
        _sections.Add(new ProductSection(title, products));
        return this;
    }

    /// <summary>Adds a section.</summary>
    /// <param name="title">At most <see cref="MessageLimits.SectionTitle"/> characters; required when there is more than one
    /// section.</param>
    /// <param name="products">The items' ids in the catalog; at most <see cref="MessageLimits.ProductListProducts"/> over all
    /// sections.</param>
    public ProductListMessageBuilder Section(string? title, IEnumerable<RetailerId> products)
    {
        _sections.Add(new ProductSection(title, products));
        return this;
    }

    /// <summary>Sets the products of a list that has one section without a title; replaces earlier sections.</summary>
    /// <param name="products">The items' ids in the catalog; at most <see cref="MessageLimits.ProductListProducts"/>.</param>
    public ProductListMessageBuilder Products(params ReadOnlySpan<RetailerId> products)
    {
        _sections.Clear();
        return Section(null, products);
    }

    /// <summary>Sets the products of a list that has one section without a title; replaces earlier sections.</summary>
    /// <param name="products">The items' ids in the catalog; at most <see cref="MessageLimits.ProductListProducts"/>.</param>
    public ProductListMessageBuilder Products(IEnumerable<RetailerId> products)
    {
        _sections.Clear();
        return Section(null, products);
    }

    /// <summary>
    /// Truncates titles of sections that are longer than Meta accepts, with an ellipsis at the end. Otherwise they are violations.
    /// Truncated texts are listed in <see cref="OutboundMessage.Adjustments"/> and in the receipt of each send.
    /// </summary>
    public ProductListMessageBuilder ShortenTitles()
    {
        ShortensTitles = true;
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        _shown = ShortensTitles ? [.. _sections.Select(Shorten)] : _sections;
        violations.RequireText("interactive.header.text", _header, MessageLimits.InteractiveHeaderText, "The header");
        RequireBody(violations);
        AllowFooter(violations);
        violations.RequireCatalogId("interactive.action.catalog_id", _catalogId);
        violations.Enter("interactive.action");
        ProductSection.Validate(violations, _shown);
        violations.Leave();
    }

    private protected override ProductListMessage Create() => new(_header!, BodyText!, FooterText, _catalogId, [.. _shown]);

    private ProductSection Shorten(ProductSection section, int index) => new(
        Title(new("interactive.action.sections[{0}].title", index), section.Title, MessageLimits.SectionTitle), section.Products);
}
