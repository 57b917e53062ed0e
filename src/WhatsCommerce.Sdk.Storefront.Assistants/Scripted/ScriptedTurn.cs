namespace WhatsCommerce.Storefronts;

/// <summary>Represents the input of a scripted model.</summary>
public sealed record ScriptedTurn
{
    /// <summary>Gets the customer's last message.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the tool results since then, oldest first.</summary>
    public required IReadOnlyList<ScriptedResult> Results { get; init; }

    /// <summary>Returns the number of results, without the customer's message.</summary>
    public override string ToString() => $"ScriptedTurn {{ Results = {Results.Count} }}";
}
