namespace WhatsCommerce.Webhooks;

/// <summary>The result of replaying a dead letter.</summary>
public sealed record ReplayResult
{
    internal ReplayResult(DeadLetter letter, ReplayOutcome outcome, string? error = null)
    {
        Letter = letter;
        Outcome = outcome;
        Error = error;
    }

    /// <summary>Gets the letter as it was before the replay.</summary>
    public DeadLetter Letter { get; }

    /// <summary>Gets the outcome.</summary>
    public ReplayOutcome Outcome { get; }

    /// <summary>Gets the error; <see langword="null"/> unless the outcome is <see cref="ReplayOutcome.Failed"/>.</summary>
    /// <remarks>The message of a handler's exception can contain what a customer wrote.</remarks>
    public string? Error { get; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Id", Letter.Id).Member("HandlerName", Letter.HandlerName).Member("Outcome", Outcome.ToString());
        return true;
    }
}
