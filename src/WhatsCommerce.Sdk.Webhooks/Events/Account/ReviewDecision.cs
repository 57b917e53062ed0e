namespace WhatsCommerce.Webhooks;

/// <summary>Represents the result of a review by Meta (<c>decision</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_review_update and .../phone_number_name_update.</remarks>
[OpenWord]
public readonly partial record struct ReviewDecision
{
    /// <summary>Approved.</summary>
    [Word("APPROVED")]
    public static partial ReviewDecision Approved { get; }

    /// <summary>Rejected.</summary>
    [Word("REJECTED")]
    public static partial ReviewDecision Rejected { get; }

    /// <summary>Not yet decided.</summary>
    [Word("PENDING")]
    public static partial ReviewDecision Pending { get; }

    /// <summary>Deferred.</summary>
    [Word("DEFERRED")]
    public static partial ReviewDecision Deferred { get; }
}
