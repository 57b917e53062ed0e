namespace WhatsCommerce.Messages;

/// <summary>Builds a product carousel: a body is required, and two to ten products of one catalog.</summary>
/// <remarks>Meta allows no header and no footer. Source: Meta,
/// catalogs/sell-products-and-services/interactive-product-carousel-messages.</remarks>
public sealed class ProductCarouselMessageBuilder : BodyMessageBuilder<ProductCarouselMessageBuilder, ProductCarouselMessage>
{
    private readonly CatalogId _catalogId;
    private readonly List<RetailerId> _products = [];

    internal ProductCarouselMessageBuilder(CatalogId catalogId) => _catalogId = catalogId;

    /// <summary>Sets the products, one card each; replaces earlier ones.</summary>
    /// <param name="products">
    /// The items' ids in the catalog; at least <see cref="MessageLimits.CarouselMinCards"/>, at most
    /// <see cref="MessageLimits.CarouselCards"/>.
    /// </param>
    public ProductCarouselMessageBuilder Products(params ReadOnlySpan<RetailerId> products)
    {
        _products.Clear();
        _products.AddRange(products);
        return this;
    }

    /// <summary>Sets the products, one card each; replaces earlier ones.</summary>
    /// <param name="products">
    /// The items' ids in the catalog; at least <see cref="MessageLimits.CarouselMinCards"/>, at most
    /// <see cref="MessageLimits.CarouselCards"/>.
    /// </param>
    public ProductCarouselMessageBuilder Products(IEnumerable<RetailerId> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        return Products([.. products]);
    }

    private protected override void Validate(Violations violations)
    {
        RequireBody(violations);

        // Every card contains the catalog; a violation of it is reported once, at the first card.
        violations.RequireCatalogId("interactive.action.cards[0].action.catalog_id", _catalogId);
        violations.RequireCount(
            "interactive.action.cards", _products.Count, MessageLimits.CarouselMinCards, MessageLimits.CarouselCards, "product");
        for (int i = 0; i < _products.Count; i++)
        {
            violations.RequireRetailerId(new("interactive.action.cards[{0}].action.product_retailer_id", i), _products[i]);
        }
    }

    private protected override ProductCarouselMessage Create() => new(BodyText!, _catalogId, [.. _products]);
}
