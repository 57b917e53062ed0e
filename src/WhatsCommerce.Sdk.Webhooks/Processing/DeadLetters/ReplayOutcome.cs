namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the outcome of replaying a dead letter.</summary>
public enum ReplayOutcome
{
    /// <summary>The event was handled, and the letter is removed.</summary>
    Handled = 0,

    /// <summary>The handler failed again, or the letter cannot be replayed. The letter is kept, with its new error.</summary>
    Failed,

    /// <summary>
    /// The event, or an earlier event of the same customer, is being handled by another run, or all concurrency slots are taken. The letter
    /// is kept: try again later.
    /// </summary>
    InProgress,
}
