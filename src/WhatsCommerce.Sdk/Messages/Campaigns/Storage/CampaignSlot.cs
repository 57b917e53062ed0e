namespace WhatsCommerce.Messages;

/// <summary>A message that a run wants to claim, without its content: the id and hashes.</summary>
/// <param name="Id">Your id of the message.</param>
/// <param name="Send">
/// The <see cref="SendKey.Hash"/> of its send, by which statuses find it; unique among all campaigns of a number.
/// </param>
/// <param name="Person">
/// The hash of the recipient, who gets only one message of a campaign; <paramref name="Send"/> where a person may get several.
/// </param>
public sealed record CampaignSlot(string Id, string Send, string Person);
