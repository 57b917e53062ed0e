namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of a tool call, as returned to the model.</summary>
public sealed record ShopToolResult
{
    /// <summary>Gets the outcome of the call.</summary>
    public required ToolOutcome Outcome { get; init; }

    /// <summary>
    /// Gets the result as a JSON object. Properties that begin with <c>untrusted_</c> contain texts of customers and product pages; an
    /// <c>error</c> tells the model what to do instead.
    /// </summary>
    public required string Json { get; init; }

    /// <summary>Gets a value indicating whether the call failed.</summary>
    public bool IsError => Outcome != ToolOutcome.Done;

    /// <summary>Returns the outcome, without the result, which may contain a customer's data.</summary>
    public override string ToString() => $"ShopToolResult {{ Outcome = {Outcome} }}";
}
