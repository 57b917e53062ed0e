namespace WhatsCommerce.Storefronts;

/// <summary>Represents the input of a scripted model.</summary>
/// <param name="Message">The customer's last message.</param>
/// <param name="Results">The tool results since then, oldest first.</param>
public sealed record ScriptedTurn(string Message, IReadOnlyList<ScriptedResult> Results)
{
    /// <summary>Returns the number of results, without the customer's message.</summary>
    public override string ToString() => $"ScriptedTurn {{ Results = {Results.Count} }}";
}
