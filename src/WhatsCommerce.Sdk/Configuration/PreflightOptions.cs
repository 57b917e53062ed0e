namespace WhatsCommerce;

/// <summary>Configures how products are checked before they are sent. See <see cref="PreflightClient"/>.</summary>
public sealed class PreflightOptions
{
    /// <summary>
    /// Gets or sets whether each product, product list, product carousel and catalog message is checked before it is sent;
    /// <see langword="false"/> by default, since it costs up to five additional calls whenever the cached results have expired. Requires
    /// <see cref="WhatsCommerceOptions.BusinessAccountId"/> and a token with <c>catalog_management</c>.
    /// </summary>
    public bool BeforeSending { get; set; }

    /// <summary>
    /// Gets or sets the problems for which the check before sending refuses a product; by default all but
    /// <see cref="ProductProblems.InReview"/> and <see cref="ProductProblems.Unclear"/>. Other problems are reported in the receipt.
    /// </summary>
    public ProductProblems RefuseFor { get; set; } = ProductProblems.Missing | ProductProblems.InOtherCatalog | ProductProblems.Rejected
        | ProductProblems.Hidden | ProductProblems.NotAvailable | ProductProblems.ParentOfVariants | ProductProblems.ComplianceMissing;

    /// <summary>Gets or sets how long the result that a product or the shop has no problem is cached; 5 minutes by default.</summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour.")]
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets how long a problem is cached; 30 seconds by default, because it may be fixed soon.</summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour.")]
    public TimeSpan ProblemCacheTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the maximum number of products in the cache of each client; 10,000 by default.</summary>
    [NumberBetween(1, 1_000_000, ErrorMessage = "{0} must be from 1 to 1,000,000.")]
    public int MaxCachedProducts { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets whether the compliance data that Indian law requires is checked; <see langword="null"/> (the default) checks it for
    /// numbers that begin with +91.
    /// </summary>
    public bool? IsIndianBusiness { get; set; }
}
