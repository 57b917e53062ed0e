namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>Starts a message with a button that opens the whole catalog.</summary>
    public static CatalogMessageBuilder Catalog() => new();

    /// <summary>Starts a text message with a link to the catalog of a business phone number.</summary>
    /// <param name="phoneNumber">
    /// The number that the catalog belongs to, such as <c>+1 650 555 1234</c>. An invalid number becomes a violation.
    /// </param>
    public static CatalogLinkMessageBuilder CatalogLink(string? phoneNumber) =>
        PhoneNumber.TryParse(phoneNumber, out PhoneNumber number, out string? problem) ? new(number, problem) : new(default, problem);

    /// <summary>Starts a text message with a link to the catalog of a business phone number.</summary>
    /// <param name="phoneNumber">The number that the catalog belongs to.</param>
    public static CatalogLinkMessageBuilder CatalogLink(PhoneNumber phoneNumber) =>
        phoneNumber.HasValue ? new(phoneNumber, problem: null) : CatalogLink(phoneNumber: null);

    /// <summary>Starts a message that shows one product.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="retailerId">The item's id in the catalog; for an item with variants, the id of a variant.</param>
    public static ProductMessageBuilder Product(CatalogId catalogId, RetailerId retailerId) => new(catalogId, retailerId);

    /// <summary>Starts a message that shows up to 30 products in up to 10 sections.</summary>
    /// <param name="catalogId">The catalog.</param>
    public static ProductListMessageBuilder ProductList(CatalogId catalogId) => new(catalogId);

    /// <summary>Starts a carousel of two to ten products.</summary>
    /// <param name="catalogId">The catalog.</param>
    public static ProductCarouselMessageBuilder ProductCarousel(CatalogId catalogId) => new(catalogId);
}
