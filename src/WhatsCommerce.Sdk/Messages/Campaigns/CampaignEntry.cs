namespace WhatsCommerce.Messages;

/// <summary>Represents the stored state of a message of a campaign.</summary>
public sealed record CampaignEntry
{
    /// <summary>Your id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>Its state.</summary>
    public required CampaignMessageState State { get; init; }

    /// <summary>The code of Meta's error, for a message that was not sent; <see langword="null"/> when there was none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Whether the fallback was sent, or tried, instead of the message.</summary>
    public bool IsFallback { get; init; }

    /// <summary>
    /// Whether the fallback was sent, or is to be sent, because Meta had accepted the message and reported error 131047 later.
    /// </summary>
    public bool IsFallbackAfterFailure { get; init; }

    /// <summary>The delivery progress, as reported by status webhooks.</summary>
    public DeliveryProgress Delivery { get; init; }

    /// <summary>The code of the error of a <c>failed</c> status; <see langword="null"/> when there was none.</summary>
    public int? DeliveryErrorCode { get; init; }

    /// <summary>When the entry last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
