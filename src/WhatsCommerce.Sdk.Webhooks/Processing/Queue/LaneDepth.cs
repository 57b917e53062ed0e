namespace WhatsCommerce.Webhooks;

/// <summary>The waiting events in a lane of a delivery queue, over all instances.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Events">
/// The number of events. Approximate: an event that was delivered again while it waited may be counted twice until its conversation is
/// empty.
/// </param>
/// <param name="Conversations">The number of conversations that have events.</param>
/// <param name="Leased">The number of conversations that instances currently own.</param>
/// <param name="Oldest">How long the oldest event has been waiting.</param>
public sealed record LaneDepth(DeliveryLane Lane, long Events, long Conversations, long Leased, TimeSpan Oldest);
