namespace WhatsCommerce.Commerce;

/// <summary>Represents which parts of its shop a number shows to customers.</summary>
/// <remarks>
/// By default, the cart is enabled and the catalog hidden.
/// Source: Meta, catalogs/sell-products-and-services/set-commerce-settings.
/// </remarks>
public sealed record CommerceSettings
{
    /// <summary>Whether customers can put products into a cart and send it.</summary>
    public required bool IsCartEnabled { get; init; }

    /// <summary>
    /// Whether the storefront is visible: in the chat, in the business profile, and through links. While it is hidden, catalog messages are
    /// rejected and links to it show an error.
    /// </summary>
    public required bool IsCatalogVisible { get; init; }

    /// <summary><c>id</c> as Meta returns it; undocumented, for some numbers it is that of the catalog.</summary>
    public string? Id { get; init; }
}
