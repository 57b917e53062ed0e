namespace WhatsCommerce.Storefronts;

/// <summary>The exception for a call that is not executed, with a sentence that tells the model what to do instead.</summary>
internal sealed class ToolRefusal(ToolOutcome outcome, string message) : Exception(message)
{
    public ToolOutcome Outcome { get; } = outcome;

    public static ToolRefusal Invalid(string message) => new(ToolOutcome.Invalid, message);

    public static ToolRefusal Declined(string message) => new(ToolOutcome.Declined, message);
}
