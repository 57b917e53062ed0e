namespace WhatsCommerce.Storefronts;

/// <summary>What a scripted model sees when it is asked.</summary>
public sealed record ScriptedTurn
{
    /// <summary>Gets the customer's last message.</summary>
    public required string Message { get; init; }

    /// <summary>Gets what the tools returned since, the first one first.</summary>
    public required IReadOnlyList<ScriptedResult> Results { get; init; }

    /// <summary>Returns how many results there are; the message is a customer's.</summary>
    public override string ToString() => $"ScriptedTurn {{ Results = {Results.Count} }}";
}
