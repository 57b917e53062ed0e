namespace WhatsCommerce.Storefronts;

/// <summary>What a tool tells the model.</summary>
/// <param name="Outcome">What the call came to.</param>
/// <param name="Json">
/// The result as a JSON object. Members that begin with <c>untrusted_</c> hold what customers and product pages say; an <c>error</c> says
/// what to do instead.
/// </param>
public sealed record ShopToolResult(ToolOutcome Outcome, string Json)
{
    /// <summary>Gets a value indicating whether the call was not carried out.</summary>
    public bool IsError => Outcome != ToolOutcome.Done;

    /// <summary>Returns the outcome; the result may name a customer's orders.</summary>
    public override string ToString() => $"ShopToolResult {{ Outcome = {Outcome} }}";
}
