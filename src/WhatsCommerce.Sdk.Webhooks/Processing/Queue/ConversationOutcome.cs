namespace WhatsCommerce.Webhooks;

/// <summary>The results of the events of a leased conversation. Events that are not mentioned did not run, and are ready again.</summary>
public sealed class ConversationOutcome
{
    /// <summary>Gets the numbers of the events that are done, or kept as dead letters: the queue removes them.</summary>
    public IReadOnlyList<long> Done { get; init; } = [];

    /// <summary>Gets the events that failed and must run again.</summary>
    public IReadOnlyList<RetriedEvent> Retried { get; init; } = [];

    /// <summary>
    /// Gets how long the whole conversation waits, behind an event that failed or runs elsewhere; <see langword="null"/> when only the
    /// failed events are postponed.
    /// </summary>
    public TimeSpan? HeldFor { get; init; }
}
