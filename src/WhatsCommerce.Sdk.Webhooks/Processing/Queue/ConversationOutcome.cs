namespace WhatsCommerce.Webhooks;

/// <summary>What became of the events of a leased conversation. Those that are not mentioned did not run, and are ready again.</summary>
public sealed class ConversationOutcome
{
    /// <summary>Gets the numbers of the events that are done, or kept as dead letters: the queue removes them.</summary>
    public IReadOnlyList<long> Done { get; init; } = [];

    /// <summary>Gets the events that failed and are to run again.</summary>
    public IReadOnlyList<RetriedEvent> Retried { get; init; } = [];

    /// <summary>
    /// Gets for how long the whole conversation waits, behind an event that failed or runs elsewhere; <see langword="null"/> when only the
    /// events that failed are put off.
    /// </summary>
    public TimeSpan? HeldFor { get; init; }
}
