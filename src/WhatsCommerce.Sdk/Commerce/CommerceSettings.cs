namespace WhatsCommerce.Commerce;

/// <summary>What customers of a number see of its shop.</summary>
/// <remarks>
/// By default, the cart is enabled and the catalog hidden.
/// Source: Meta, catalogs/sell-products-and-services/set-commerce-settings.
/// </remarks>
public sealed record CommerceSettings
{
    /// <summary>Whether customers can put products into a cart and send it.</summary>
    public required bool IsCartEnabled { get; init; }

    /// <summary>
    /// Whether the storefront can be seen: in the chat, in the business profile, and by the links that lead there. While it is hidden,
    /// catalog messages are refused and links to it say so.
    /// </summary>
    public required bool IsCatalogVisible { get; init; }

    /// <summary><c>id</c> as Meta gives it; documented nowhere, for some numbers it is that of the catalog.</summary>
    public string? Id { get; init; }
}
