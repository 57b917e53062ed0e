namespace WhatsCommerce.Storefronts;

/// <summary>One event for one handler.</summary>
public sealed record OutboxRow
{
    /// <summary>Gets the event.</summary>
    public required StorefrontEvent Event { get; init; }

    /// <summary>Gets the name of the handler. Event and handler together are the key of the row.</summary>
    public required string Handler { get; init; }

    /// <summary>Gets the customer whose events run one after the other; it follows when customers are merged.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the place of the row among all rows, given by the store.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets the state of the handler.</summary>
    public OutboxState State { get; init; }

    /// <summary>Gets how often it was started, including runs that never ended.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when it may run next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets when the lease of the last run ends; <see langword="null"/> if there is none.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Gets why the last run failed: type and beginning of the error, without customers' texts.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }
}
