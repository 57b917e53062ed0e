namespace WhatsCommerce.Storefronts;

/// <summary>What a tool returned to a scripted model.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Json">The result.</param>
public sealed record ScriptedResult(string Tool, JsonElement Json);
