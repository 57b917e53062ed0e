namespace WhatsCommerce.Storefronts;

/// <summary>What a tool tells the model.</summary>
public sealed record ShopToolResult
{
    /// <summary>Gets what the call came to.</summary>
    public required ToolOutcome Outcome { get; init; }

    /// <summary>
    /// Gets the result as a JSON object. Members that begin with <c>untrusted_</c> hold what customers and product pages say; an
    /// <c>error</c> says what to do instead.
    /// </summary>
    public required string Json { get; init; }

    /// <summary>Gets a value indicating whether the call was not carried out.</summary>
    public bool IsError => Outcome != ToolOutcome.Done;

    /// <summary>Returns the outcome, without the result, which may contain a customer's data.</summary>
    public override string ToString() => $"ShopToolResult {{ Outcome = {Outcome} }}";
}
