namespace WhatsCommerce.Storefronts;

/// <summary>What a message means to a checkout step.</summary>
public sealed class StepReading
{
    private StepReading(string? value, string? draft)
    {
        Value = value;
        Draft = draft;
    }

    /// <summary>Gets the result for a message that is not an answer: the next responder handles it.</summary>
    public static StepReading None { get; } = new(null, null);

    /// <summary>Gets the result after which the question is asked again, from the beginning.</summary>
    public static StepReading AskAgain { get; } = new(null, null);

    /// <summary>Gets the answer; <see langword="null"/> when there is none yet.</summary>
    public string? Value { get; }

    /// <summary>Gets what the customer must confirm; <see langword="null"/> if there is nothing.</summary>
    public string? Draft { get; }

    /// <summary>The step is answered.</summary>
    /// <param name="value">The answer as it is stored; it may be empty.</param>
    /// <returns>The reading.</returns>
    public static StepReading Answered(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new StepReading(value, null);
    }

    /// <summary>The customer is asked whether this is right.</summary>
    /// <param name="draft">The answer as it would be stored.</param>
    /// <returns>The reading.</returns>
    public static StepReading Confirm(string draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new StepReading(null, draft);
    }
}
