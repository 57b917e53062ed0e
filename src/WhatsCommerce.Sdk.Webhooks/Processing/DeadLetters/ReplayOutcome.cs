namespace WhatsCommerce.Webhooks;

/// <summary>What became of a dead letter that was run again.</summary>
public enum ReplayOutcome
{
    /// <summary>It is handled, and the letter is removed.</summary>
    Handled = 0,

    /// <summary>It failed again, or cannot be run; the letter is kept, with its new error.</summary>
    Failed,

    /// <summary>
    /// Somebody else is running it just now, or an earlier event of the customer, or all places are taken; the letter is kept. Try again later.
    /// </summary>
    InProgress,
}
