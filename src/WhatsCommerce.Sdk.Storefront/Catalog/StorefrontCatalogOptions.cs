using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>The options for the catalog module: <see cref="StorefrontOptions.Catalog"/>.</summary>
public sealed class StorefrontCatalogOptions
{
    /// <summary>
    /// Gets or sets a value indicating whether the catalog is imported and followed while the app runs; <see langword="true"/> unless set.
    /// Otherwise the app calls <see cref="StorefrontCatalog.ImportAsync"/> itself.
    /// </summary>
    public bool RunInBackground { get; set; } = true;

    /// <summary>
    /// Gets or sets the time from the end of one poll of the catalog to the next; 15 minutes unless set, 10 seconds to 7 days.
    /// </summary>
    [TimeBetween(10, 604_800, ErrorMessage = "{0} must be from 10 seconds to 7 days.")]
    public TimeSpan FollowInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Gets or sets the maximum age of a price when a cart is priced; 15 minutes unless set, 0 to 24 hours. Older prices are read again, in
    /// one call for the whole cart.
    /// </summary>
    [TimeBetween(0, 86_400, ErrorMessage = "{0} must be from 0 to 24 hours.")]
    public TimeSpan MaxPriceAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets the number of products per request; 200 unless set, 1 to 500. It is halved if Meta asks for less.</summary>
    [NumberBetween(1, 500, ErrorMessage = "{0} must be from 1 to 500.")]
    public int PageSize { get; set; } = 200;
}
