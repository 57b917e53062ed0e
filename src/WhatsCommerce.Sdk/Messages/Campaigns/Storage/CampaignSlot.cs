namespace WhatsCommerce.Messages;

/// <summary>A message that a run wants to take, without its content. Holds hashes beside the id.</summary>
public sealed record CampaignSlot
{
    /// <summary>Gets your id of the message.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the <see cref="SendKey.Hash"/> of its send, by which statuses find it; unique among all campaigns of a number.
    /// </summary>
    public required string SendHash { get; init; }

    /// <summary>
    /// Gets the hash of the recipient, of which a campaign takes one only; <see cref="SendHash"/> where a person may get several.
    /// </summary>
    public required string PersonHash { get; init; }
}
