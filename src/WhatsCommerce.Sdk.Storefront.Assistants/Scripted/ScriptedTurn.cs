namespace WhatsCommerce.Storefronts;

/// <summary>What a scripted model sees when it is asked.</summary>
/// <param name="Message">The customer's last message.</param>
/// <param name="Results">What the tools returned since, the first one first.</param>
public sealed record ScriptedTurn(string Message, IReadOnlyList<ScriptedResult> Results)
{
    /// <summary>Returns how many results there are; the message is a customer's.</summary>
    public override string ToString() => $"ScriptedTurn {{ Results = {Results.Count} }}";
}
