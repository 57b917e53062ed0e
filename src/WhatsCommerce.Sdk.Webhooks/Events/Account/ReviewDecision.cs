namespace WhatsCommerce.Webhooks;

/// <summary>What a review by Meta came to (<c>decision</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/account_review_update and .../phone_number_name_update.</remarks>
[OpenWord]
public readonly partial record struct ReviewDecision
{
    /// <summary>Accepted.</summary>
    [Word("APPROVED")]
    public static partial ReviewDecision Approved { get; }

    /// <summary>Refused.</summary>
    [Word("REJECTED")]
    public static partial ReviewDecision Rejected { get; }

    /// <summary>Not yet decided.</summary>
    [Word("PENDING")]
    public static partial ReviewDecision Pending { get; }

    /// <summary>Put off.</summary>
    [Word("DEFERRED")]
    public static partial ReviewDecision Deferred { get; }
}
