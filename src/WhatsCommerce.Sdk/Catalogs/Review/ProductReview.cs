namespace WhatsCommerce.Catalogs;

/// <summary>The result of Meta's review of an item against the WhatsApp Commerce Policy.</summary>
public sealed record ProductReview
{
    internal static IReadOnlyList<string> ProductFields { get; } =
        ["id", "retailer_id", "name", "review_status", "review_rejection_reasons", "capability_to_review_status"];

    /// <summary>The catalog.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>The id under which Meta knows the item.</summary>
    public ProductId ProductId { get; init; }

    /// <summary>The id under which the business knows the item.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>What the review has come to; absent when there was none.</summary>
    public ReviewStatus Status { get; init; }

    /// <summary>Why it was rejected, in Meta's words such as <c>WEAPONS</c>.</summary>
    public IReadOnlyList<string> RejectionReasons { get; init; } = [];

    /// <summary>What the review has come to for each use that Meta makes of the item, by Meta's name of that use.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> Capabilities { get; init; } = new Dictionary<string, ReviewStatus>();

    /// <summary>
    /// Fields that Meta gave in another shape than it documents, see <see cref="Product.MalformedFields"/>. With <c>review_status</c> among
    /// them the status may be absent, and the item neither approved nor rejected as far as is known.
    /// </summary>
    public IReadOnlyList<string> MalformedFields { get; init; } = [];

    /// <summary>Whether it was rejected, as a whole or for one of the uses.</summary>
    public bool IsFlagged => Status == ReviewStatus.Rejected || Capabilities.Values.Contains(ReviewStatus.Rejected);

    /// <summary>For a flagged item what may be sold, WhatsApp's Commerce Policy; else <see langword="null"/>.</summary>
    public Uri? PolicyUrl => IsFlagged ? CommercePolicy.PolicyUrl : null;

    /// <summary>
    /// For a flagged item where to appeal, the catalog in Commerce Manager, since that cannot be done through the API; else
    /// <see langword="null"/>.
    /// </summary>
    public Uri? AppealUrl => IsFlagged ? CommercePolicy.CommerceManagerUrl(CatalogId) : null;

    /// <summary>For a flagged item what can be done, <see cref="CommercePolicy.AppealAdvice"/>; else <see langword="null"/>.</summary>
    public string? Advice => IsFlagged ? CommercePolicy.AppealAdvice : null;

    /// <summary>The item, its status and the reasons.</summary>
    public override string ToString()
    {
        string status = Status.HasValue ? Status.Value : IsUnclear ? "not readable" : "not reviewed";
        return RejectionReasons.Count == 0 ? $"{RetailerId}: {status}" : $"{RetailerId}: {status} ({string.Join(", ", RejectionReasons)})";
    }

    /// <summary>Whether what the review has come to could not be read.</summary>
    internal bool IsUnclear { get; init; }

    internal static ProductReview Of(Product product, CatalogId catalogId) => new()
    {
        CatalogId = catalogId,
        ProductId = product.Id,
        RetailerId = product.RetailerId,
        Name = product.Name,
        Status = product.ReviewStatus,
        RejectionReasons = product.ReviewRejectionReasons,
        Capabilities = product.CapabilityToReviewStatus,
        MalformedFields = product.MalformedFields,
        IsUnclear = product.IsUnread("review_status") || product.IsUnread("capability_to_review_status"),
    };
}
