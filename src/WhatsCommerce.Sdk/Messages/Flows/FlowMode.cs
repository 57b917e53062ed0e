namespace WhatsCommerce.Messages;

/// <summary>Which state of a flow is opened.</summary>
[OpenWord(HasValue = true)]
public readonly partial record struct FlowMode
{
    /// <summary>The flow as it was published; what Meta opens unless specified otherwise.</summary>
    [Word("published")]
    public static partial FlowMode Published { get; }

    /// <summary>The draft, to try it out.</summary>
    [Word("draft")]
    public static partial FlowMode Draft { get; }
}
