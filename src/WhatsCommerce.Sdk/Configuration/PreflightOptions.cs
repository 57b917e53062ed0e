namespace WhatsCommerce;

/// <summary>How products are checked before they are sent. See <see cref="PreflightClient"/>.</summary>
public sealed class PreflightOptions
{
    /// <summary>
    /// Whether each product, product list, product carousel and catalog message is checked before it is sent. False unless set: it costs up
    /// to five more calls whenever the answers kept are too old. Needs <see cref="WhatsCommerceOptions.BusinessAccountId"/> and a token
    /// with <c>catalog_management</c>.
    /// </summary>
    public bool BeforeSending { get; set; }

    /// <summary>
    /// For which problems a product counts as one that cannot be sent, when it is checked before sending; all but
    /// <see cref="ProductProblems.InReview"/> and <see cref="ProductProblems.Unclear"/> unless set. The others are reported with the
    /// receipt.
    /// </summary>
    public ProductProblems RefuseFor { get; set; } = ProductProblems.Missing | ProductProblems.InOtherCatalog | ProductProblems.Rejected
        | ProductProblems.Hidden | ProductProblems.NotAvailable | ProductProblems.ParentOfVariants | ProductProblems.ComplianceMissing;

    /// <summary>For how long it is remembered that a product, or the shop, is all right; 5 minutes unless set.</summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour.")]
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a problem is cached; short, because it may be fixed soon. 30 seconds unless set.</summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour.")]
    public TimeSpan ProblemCacheTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Of how many products it is remembered, for each client; 10,000 unless set.</summary>
    [WholeNumber(1, 1_000_000, ErrorMessage = "{0} must be 1 to 1,000,000.")]
    public int MaxCachedProducts { get; set; } = 10_000;

    /// <summary>Whether the compliance data that Indian law requires is checked; by default for numbers that begin with +91.</summary>
    public bool? IsIndianBusiness { get; set; }
}
