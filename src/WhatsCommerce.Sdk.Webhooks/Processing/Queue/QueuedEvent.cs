namespace WhatsCommerce.Webhooks;

/// <summary>Represents an event to store in a delivery queue.</summary>
/// <remarks>Usually one event; for some fields, whose parts mean little alone, a whole change with several.</remarks>
public sealed class QueuedEvent
{
    /// <summary>
    /// Gets the conversation: the same for all events of a lane that must run one after the other, different for any other. A hash of
    /// endpoint, number and customer.
    /// </summary>
    public required Guid Conversation { get; init; }

    /// <summary>Gets the unit of fair sharing: a hash of endpoint and tenant, or number.</summary>
    public required long Tenant { get; init; }

    /// <summary>Gets the lane.</summary>
    public required DeliveryLane Lane { get; init; }

    /// <summary>Gets the identity of the event: the same in each delivery of it, so that a waiting event is not stored again.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Gets the name of the endpoint that received it; empty for the endpoint without a name.</summary>
    public required string EndpointName { get; init; }

    /// <summary>
    /// Gets the key of the event to run, if the body contains several; <see langword="null"/> for all. It may contain a phone number: do
    /// not log it.
    /// </summary>
    public string? EventKey { get; init; }

    /// <summary>Gets a body with the event. It contains what the customer wrote.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Returns lane and size.</summary>
    public override string ToString() => FormattableString.Invariant($"QueuedEvent {{ {Lane}, {Body.Length} bytes }}");
}
