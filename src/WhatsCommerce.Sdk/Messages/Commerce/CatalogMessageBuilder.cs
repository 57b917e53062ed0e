namespace WhatsCommerce.Messages;

/// <summary>Builds a catalog message: a body, a footer, and a picture from the catalog.</summary>
/// <remarks>Source: Meta, catalogs/sell-products-and-services/share-products, "Catalog messages".</remarks>
public sealed class CatalogMessageBuilder : InteractiveMessageBuilder<CatalogMessageBuilder, CatalogMessage>
{
    private bool _hasThumbnail;
    private RetailerId _thumbnail;

    internal CatalogMessageBuilder() { }

    /// <summary>Sets the item whose picture is shown above the body.</summary>
    /// <remarks>
    /// Meta uses the catalog's first item when it is omitted, but is reported to reject some such messages (131009): set it when you can.
    /// </remarks>
    /// <param name="retailerId">The item's id in the catalog, at most <see cref="MessageLimits.RetailerId"/> characters.</param>
    public CatalogMessageBuilder Thumbnail(RetailerId retailerId)
    {
        _thumbnail = retailerId;
        _hasThumbnail = true;
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        RequireBody(violations);
        AllowFooter(violations);
        if (_hasThumbnail)
        {
            violations.RequireRetailerId("interactive.action.parameters.thumbnail_product_retailer_id", _thumbnail);
        }
    }

    private protected override CatalogMessage Create() => new(BodyText!, FooterText, _thumbnail);
}
