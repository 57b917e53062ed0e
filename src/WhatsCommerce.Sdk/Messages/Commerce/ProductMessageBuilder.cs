namespace WhatsCommerce.Messages;

/// <summary>Builds a single product message: body and footer are optional, and Meta allows no header.</summary>
/// <remarks>Source: Meta, catalogs/sell-products-and-services/share-products, "Single product messages".</remarks>
public sealed class ProductMessageBuilder : InteractiveMessageBuilder<ProductMessageBuilder, ProductMessage>
{
    private readonly CatalogId _catalogId;
    private readonly RetailerId _retailerId;

    internal ProductMessageBuilder(CatalogId catalogId, RetailerId retailerId)
    {
        _catalogId = catalogId;
        _retailerId = retailerId;
    }

    private protected override void Validate(Violations violations)
    {
        AllowBody(violations);
        AllowFooter(violations);
        violations.RequireCatalogId("interactive.action.catalog_id", _catalogId);
        violations.RequireRetailerId("interactive.action.product_retailer_id", _retailerId);
    }

    private protected override ProductMessage Create() => new(BodyText, FooterText, _catalogId, _retailerId);
}
