namespace WhatsCommerce.Messages;

/// <summary>Represents a message that a run wants to claim, without its content: the id and hashes.</summary>
public sealed record CampaignSlot
{
    /// <summary>Gets your id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the <see cref="SendKey.Hash"/> of its send, by which statuses find it; unique among all campaigns of a number.
    /// </summary>
    public required string SendHash { get; init; }

    /// <summary>
    /// Gets the hash of the recipient, who gets only one message of a campaign; <see cref="SendHash"/> where a person may get several.
    /// </summary>
    public required string PersonHash { get; init; }
}
