namespace WhatsCommerce.Storefronts;

/// <summary>Represents one event to be handled by one handler.</summary>
public sealed record OutboxRow
{
    /// <summary>Gets the event.</summary>
    public required StorefrontEvent Event { get; init; }

    /// <summary>Gets the name of the handler. Event and handler together are the key of the row.</summary>
    public required string Handler { get; init; }

    /// <summary>
    /// Gets the key of the customer, whose events are handled one after the other; it is updated when customers are merged.
    /// </summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the position of the row among all rows, assigned by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets the state of the handler.</summary>
    public OutboxState State { get; init; }

    /// <summary>Gets the number of attempts, including those that were interrupted.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when the handler may run next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets when the lease of the current run expires; <see langword="null"/> if there is none.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Gets why the last run failed: the type and the beginning of the error message, without customers' texts.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
