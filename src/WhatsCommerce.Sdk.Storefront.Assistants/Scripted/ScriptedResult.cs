namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of a tool call of a scripted model.</summary>
public sealed record ScriptedResult
{
    /// <summary>Gets the name of the tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Gets the result.</summary>
    public required JsonElement Json { get; init; }
}
