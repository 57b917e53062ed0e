namespace WhatsCommerce.Webhooks;

/// <summary>A conversation that one instance owns until the lease ends, with the first of its events.</summary>
public sealed class ConversationLease
{
    /// <summary>Gets <see cref="QueuedEvent.Conversation"/>.</summary>
    public required Guid Conversation { get; init; }

    /// <summary>Gets the lane.</summary>
    public required DeliveryLane Lane { get; init; }

    /// <summary>Gets <see cref="QueuedEvent.Tenant"/>.</summary>
    public required long Tenant { get; init; }

    /// <summary>
    /// Gets the fencing token: greater than that of each earlier lease of the conversation, as long as the conversation exists.
    /// </summary>
    public required long Fence { get; init; }

    /// <summary>
    /// Gets a random value that is unique to this lease: a conversation that was removed and created again starts counting its fences from
    /// the beginning.
    /// </summary>
    public required Guid Owner { get; init; }

    /// <summary>
    /// Gets the version of the conversation, which each append increments: a conversation is removed as empty only when nothing was
    /// appended since.
    /// </summary>
    public required long Version { get; init; }

    /// <summary>Gets the events that may run now, in order; empty when all of them are postponed.</summary>
    public required IReadOnlyList<LeasedEvent> Events { get; init; }

    /// <summary>Returns lane, fence and the number of events.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"ConversationLease {{ {Lane}, fence {Fence}, {Plural.Of(Events.Count, "event")} }}");
}
