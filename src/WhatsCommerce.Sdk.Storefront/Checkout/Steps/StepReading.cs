namespace WhatsCommerce.Storefronts;

/// <summary>Represents what a message means to a checkout step.</summary>
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

    /// <summary>Gets the answer; <see langword="null"/> when the step is not answered yet.</summary>
    public string? Value { get; }

    /// <summary>Gets the answer that the customer must confirm; <see langword="null"/> if there is none.</summary>
    public string? Draft { get; }

    /// <summary>Returns the result for an answered step.</summary>
    /// <param name="value">The answer to store; it may be empty.</param>
    /// <returns>The reading.</returns>
    public static StepReading Answered(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new StepReading(value, null);
    }

    /// <summary>Returns the result for an answer that the customer must confirm first.</summary>
    /// <param name="draft">The answer that is stored once it is confirmed.</param>
    /// <returns>The reading.</returns>
    public static StepReading Confirm(string draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new StepReading(null, draft);
    }
}
