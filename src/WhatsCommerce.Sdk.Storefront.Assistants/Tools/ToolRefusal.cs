namespace WhatsCommerce.Storefronts;

/// <summary>A call that is not carried out, with a sentence for the model that says what to do instead.</summary>
internal sealed class ToolRefusal(ToolOutcome outcome, string message) : Exception(message)
{
    public ToolOutcome Outcome { get; } = outcome;

    public static ToolRefusal Invalid(string message) => new(ToolOutcome.Invalid, message);

    public static ToolRefusal Declined(string message) => new(ToolOutcome.Declined, message);
}
