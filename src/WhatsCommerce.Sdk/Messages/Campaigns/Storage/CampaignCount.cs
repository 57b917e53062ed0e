namespace WhatsCommerce.Messages;

/// <summary>How many messages of a campaign have all this in common.</summary>
public sealed record CampaignCount
{
    /// <summary>The state.</summary>
    public required CampaignMessageState State { get; init; }

    /// <summary>How far they have come.</summary>
    public DeliveryProgress Delivery { get; init; }

    /// <summary>The code of Meta's error, where the message was not sent.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The code in a <c>failed</c> status.</summary>
    public int? DeliveryErrorCode { get; init; }

    /// <summary>Whether it was the fallback.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Whether it was the fallback, because a status told that the message failed outside the window.</summary>
    public bool IsFallbackAfterFailure { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}
