namespace WhatsCommerce.Messages;

/// <summary>The number of messages of a campaign with the same state, delivery and errors.</summary>
public sealed record CampaignCount
{
    /// <summary>The state.</summary>
    public required CampaignMessageState State { get; init; }

    /// <summary>The delivery progress.</summary>
    public DeliveryProgress Delivery { get; init; }

    /// <summary>The code of Meta's error, where the message was not sent.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The code in a <c>failed</c> status.</summary>
    public int? DeliveryErrorCode { get; init; }

    /// <summary>Whether it was the fallback.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Whether it was the fallback, sent because a status reported that the message failed outside the window.</summary>
    public bool IsFallbackAfterFailure { get; init; }

    /// <summary>The number of messages.</summary>
    public required long Count { get; init; }
}
