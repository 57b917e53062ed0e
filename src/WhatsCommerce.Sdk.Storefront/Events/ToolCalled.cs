namespace WhatsCommerce.Storefronts;

/// <summary>An assistant called a tool for a customer: the record of all that a model did.</summary>
/// <remarks>
/// Each call within the budgets is an event. Of calls beyond a budget only the first of a turn is one, so that a model that calls on and on
/// fills no table.
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
