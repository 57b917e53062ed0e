using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>What became of a dead letter that was run again.</summary>
public sealed record ReplayResult
{
    internal ReplayResult(DeadLetter letter, ReplayOutcome outcome, string? error = null)
    {
        Letter = letter;
        Outcome = outcome;
        Error = error;
    }

    /// <summary>The letter, as it was before.</summary>
    public DeadLetter Letter { get; }

    /// <summary>What became of it.</summary>
    public ReplayOutcome Outcome { get; }

    /// <summary>What went wrong; <see langword="null"/> unless it <see cref="ReplayOutcome.Failed"/>.</summary>
    /// <remarks>The message of a handler's exception can hold what a customer wrote.</remarks>
    public string? Error { get; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Id", Letter.Id).Member("HandlerName", Letter.HandlerName).Member("Outcome", Outcome.ToString());
        return true;
    }
}
