namespace WhatsCommerce.Messages;

/// <summary>Represents the version of a flow that is opened.</summary>
[OpenWord(HasValue = true)]
public readonly partial record struct FlowMode
{
    /// <summary>The published flow, which is Meta's default.</summary>
    [Word("published")]
    public static partial FlowMode Published { get; }

    /// <summary>The draft, for testing.</summary>
    [Word("draft")]
    public static partial FlowMode Draft { get; }
}
