namespace WhatsCommerce.Catalogs;

/// <summary>What the review by Meta, against the WhatsApp Commerce Policy, has come to.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>review_status</c> and
/// <c>capability_to_review_status</c>; upper case is made lower.</remarks>
[OpenWord(Case = WordCase.Lower, HasValue = true, FromString = true)]
public readonly partial record struct ReviewStatus
{
    /// <summary>It may be shown.</summary>
    [Word("approved")]
    public static partial ReviewStatus Approved { get; }

    /// <summary>It breaks the policy; appeals are made in Commerce Manager.</summary>
    [Word("rejected")]
    public static partial ReviewStatus Rejected { get; }

    /// <summary>It is being reviewed.</summary>
    [Word("pending")]
    public static partial ReviewStatus Pending { get; }

    /// <summary>It was changed since, and will be reviewed again.</summary>
    [Word("outdated")]
    public static partial ReviewStatus Outdated { get; }

    /// <summary>It is not reviewed.</summary>
    [Word("no_review")]
    public static partial ReviewStatus NoReview { get; }
}
