namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of a tool call by an assistant.</summary>
public enum ToolOutcome
{
    /// <summary>The call succeeded.</summary>
    Done,

    /// <summary>The arguments were invalid, and nothing was done.</summary>
    Invalid,

    /// <summary>The arguments were valid, but the shop declined: for example, the product, order or cart does not exist.</summary>
    Declined,

    /// <summary>The budget of the turn or of the hour was used up, and nothing was done.</summary>
    OverBudget,

    /// <summary>A person owns the conversation, and nothing was done.</summary>
    HandedOver,

    /// <summary>Meta or a provider could not be reached, or rejected the call.</summary>
    Failed,
}
