namespace WhatsCommerce.Catalogs;

/// <summary>Represents the result of Meta's review against the WhatsApp Commerce Policy.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductItem, <c>review_status</c> and
/// <c>capability_to_review_status</c>; normalized to lower case.</remarks>
[OpenWord(Case = WordCase.Lower, HasValue = true, FromString = true)]
public readonly partial record struct ReviewStatus
{
    /// <summary>The item may be shown.</summary>
    [Word("approved")]
    public static partial ReviewStatus Approved { get; }

    /// <summary>The item violates the policy; appeals are made in Commerce Manager.</summary>
    [Word("rejected")]
    public static partial ReviewStatus Rejected { get; }

    /// <summary>The item is in review.</summary>
    [Word("pending")]
    public static partial ReviewStatus Pending { get; }

    /// <summary>The item was changed since, and will be reviewed again.</summary>
    [Word("outdated")]
    public static partial ReviewStatus Outdated { get; }

    /// <summary>The item is not reviewed.</summary>
    [Word("no_review")]
    public static partial ReviewStatus NoReview { get; }
}
