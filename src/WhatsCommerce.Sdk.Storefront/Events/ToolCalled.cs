namespace WhatsCommerce.Storefronts;

/// <summary>Raised when an assistant called a tool for a customer; together these events are an audit log of what the model did.</summary>
/// <remarks>
/// Every call within the budgets raises an event. Beyond a budget only the first call of a turn does, so that a model that keeps calling
/// does not fill the table.
/// </remarks>
public sealed partial record ToolCalled : StorefrontEvent
{
    /// <summary>Gets the name of the tool, such as <c>search_products</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the outcome.</summary>
    public required ToolOutcome Outcome { get; init; }

    /// <summary>Gets the arguments as JSON, at most 1,000 characters; the model wrote them.</summary>
    [Sensitive]
    public string? Arguments { get; init; }

    /// <summary>Gets the position of the call in its turn, from 1.</summary>
    public required int Ordinal { get; init; }
}
