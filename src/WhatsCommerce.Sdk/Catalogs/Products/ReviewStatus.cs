using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Catalogs;

/// <summary>What the review by Meta, against the WhatsApp Commerce Policy, has come to.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>review_status</c> and <c>capability_to_review_status</c>; upper case is made lower.</remarks>
public readonly record struct ReviewStatus
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word; null or blank means absent.</param>
    public ReviewStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToLowerInvariant();

    /// <summary>It may be shown.</summary>
    public static ReviewStatus Approved { get; } = new("approved");

    /// <summary>It breaks the policy; appeals are made in Commerce Manager.</summary>
    public static ReviewStatus Rejected { get; } = new("rejected");

    /// <summary>It is being reviewed.</summary>
    public static ReviewStatus Pending { get; } = new("pending");

    /// <summary>It was changed since, and will be reviewed again.</summary>
    public static ReviewStatus Outdated { get; } = new("outdated");

    /// <summary>It is not reviewed.</summary>
    public static ReviewStatus NoReview { get; } = new("no_review");

    /// <summary>The word as Meta writes it, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "approved" or "rejected" or "pending" or "outdated" or "no_review";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>approved</c>.</param>
    public static implicit operator ReviewStatus(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
