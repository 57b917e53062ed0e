namespace WhatsCommerce.Catalogs;

/// <summary>Represents the result of Meta's review of an item against the WhatsApp Commerce Policy.</summary>
public sealed record ProductReview
{
    internal static IReadOnlyList<string> ProductFields { get; } =
        ["id", "retailer_id", "name", "review_status", "review_rejection_reasons", "capability_to_review_status"];

    /// <summary>The catalog.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>The id of the item at Meta.</summary>
    public ProductId ProductId { get; init; }

    /// <summary>The business's own id of the item.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The result of the review; absent when there was none.</summary>
    public ReviewStatus Status { get; init; }

    /// <summary>The reasons of the rejection, in Meta's words such as <c>WEAPONS</c>.</summary>
    public IReadOnlyList<string> RejectionReasons { get; init; } = [];

    /// <summary>The result of the review for each use of the item at Meta, by Meta's name of that use.</summary>
    public IReadOnlyDictionary<string, ReviewStatus> Capabilities { get; init; } = new Dictionary<string, ReviewStatus>();

    /// <summary>
    /// Fields with a shape that Meta does not document, see <see cref="Product.MalformedFields"/>. If <c>review_status</c> is among them,
    /// the status may be absent; whether the item is approved or rejected is then unknown.
    /// </summary>
    public IReadOnlyList<string> MalformedFields { get; init; } = [];

    /// <summary>Whether the item was rejected, as a whole or for one of its uses.</summary>
    public bool IsFlagged => Status == ReviewStatus.Rejected || Capabilities.Values.Contains(ReviewStatus.Rejected);

    /// <summary>
    /// For a flagged item, the URL of WhatsApp's Commerce Policy, which says what may be sold; otherwise <see langword="null"/>.
    /// </summary>
    public Uri? PolicyUrl => IsFlagged ? CommercePolicy.PolicyUrl : null;

    /// <summary>
    /// For a flagged item, the URL of the catalog in Commerce Manager, the only place to appeal; otherwise <see langword="null"/>.
    /// </summary>
    public Uri? AppealUrl => IsFlagged ? CommercePolicy.CommerceManagerUrl(CatalogId) : null;

    /// <summary>
    /// For a flagged item, what can be done, <see cref="CommercePolicy.AppealAdvice"/>; otherwise <see langword="null"/>.
    /// </summary>
    public string? Advice => IsFlagged ? CommercePolicy.AppealAdvice : null;

    /// <summary>The item, its status and the reasons.</summary>
    public override string ToString()
    {
        string status = Status.HasValue ? Status.Value : IsUnclear ? "not readable" : "not reviewed";
        return RejectionReasons.Count == 0 ? $"{RetailerId}: {status}" : $"{RetailerId}: {status} ({string.Join(", ", RejectionReasons)})";
    }

    /// <summary>Whether the result of the review could not be read.</summary>
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
