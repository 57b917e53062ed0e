using System.Text.Json;

namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of a tool call of a scripted model.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Json">The result.</param>
public sealed record ScriptedResult(string Tool, JsonElement Json);
