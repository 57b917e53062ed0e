namespace WhatsCommerce.Messages;

/// <summary>The result of a message that a run had claimed.</summary>
public sealed record CampaignOutcome
{
    /// <summary>Your id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>The new state; <see cref="CampaignMessageState.Open"/> releases the message.</summary>
    public required CampaignMessageState State { get; init; }

    /// <summary>The code of Meta's error.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>
    /// The hash of the message's id, <see cref="DeliveryReport.HashOf"/>, if the message has its own callback data; <see langword="null"/>
    /// if statuses find it by its <see cref="CampaignSlot.SendHash"/>.
    /// </summary>
    public string? MessageHash { get; init; }

    /// <summary>Whether it was the fallback.</summary>
    public bool IsFallback { get; init; }
}
