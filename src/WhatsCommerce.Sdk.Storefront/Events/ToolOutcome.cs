namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of a call of an assistant's tool.</summary>
public enum ToolOutcome
{
    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>The arguments were wrong, and nothing was done.</summary>
    Invalid,

    /// <summary>It was carried out as far as it can be, and the shop said no: there is no such product, order or cart.</summary>
    Declined,

    /// <summary>The budget of the turn or of the hour was used up, and nothing was done.</summary>
    OverBudget,

    /// <summary>A person has the conversation, and nothing was done.</summary>
    HandedOver,

    /// <summary>Meta or a provider could not be reached or refused.</summary>
    Failed,
}
