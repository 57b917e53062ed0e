namespace WhatsCommerce.Webhooks;

/// <summary>An event of a conversation that an instance has leased.</summary>
public sealed class LeasedEvent
{
    /// <summary>Gets the number by which the events of a conversation are ordered.</summary>
    public required long Sequence { get; init; }

    /// <summary>Gets the name of the endpoint that received it.</summary>
    public required string EndpointName { get; init; }

    /// <summary>Gets <see cref="QueuedEvent.EventKey"/>. It may contain a phone number: do not log it.</summary>
    public string? EventKey { get; init; }

    /// <summary>Gets <see cref="QueuedEvent.Body"/>.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets how often it was postponed after a failure.</summary>
    public int Retries { get; init; }

    /// <summary>Gets how long it has been waiting since it was stored.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>Returns number and size.</summary>
    public override string ToString() => FormattableString.Invariant($"LeasedEvent {{ {Sequence}, {Body.Length} bytes }}");
}
