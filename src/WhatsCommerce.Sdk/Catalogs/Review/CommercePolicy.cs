namespace WhatsCommerce.Catalogs;

/// <summary>Contains the URLs where a business reads why an item was rejected, and where it appeals.</summary>
/// <remarks>
/// Appeals are made in Commerce Manager only: no call of the Graph API for it is known. Source: Meta, catalogs/sell-products-and-services.
/// </remarks>
public static class CommercePolicy
{
    /// <summary>Gets the advice for a flagged item, in one text for the user.</summary>
    public static string AppealAdvice =>
        "The item breaks the WhatsApp Commerce Policy, in Meta's view. Change it, which has it reviewed again, or appeal in Commerce "
            + "Manager: appeals cannot be made through the API.";

    /// <summary>Gets the URL of WhatsApp's Commerce Policy, which says what may be sold.</summary>
    public static Uri PolicyUrl { get; } = new("https://www.whatsapp.com/legal/commerce-policy");

    /// <summary>
    /// Returns the URL of a catalog's items in Commerce Manager; the user must be signed in to the business that owns it.
    /// </summary>
    /// <param name="catalogId">The catalog; without one, the URL lists all catalogs of a business.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public static Uri CommerceManagerUrl(CatalogId catalogId)
    {
        if (catalogId.Value is not string id)
        {
            return new Uri("https://business.facebook.com/commerce/");
        }

        return id.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? throw new ArgumentException("The id of a catalog is digits only.", nameof(catalogId))
            : new Uri($"https://business.facebook.com/commerce/catalogs/{id}/products");
    }
}
