namespace WhatsCommerce;

/// <summary>
/// One rule of Meta's that a message, a template, an item, a file or another request breaks, found before anything is sent.
/// </summary>
public sealed record Violation
{
    /// <summary>
    /// Where, as it is on the wire: <c>interactive.action.sections[2].title</c>. Of what has no name there, the parameter or the property.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Which kind of rule.</summary>
    public required ViolationRule Rule { get; init; }

    /// <summary>The limit, where the rule has one: characters (Unicode scalar values), items, bytes, seconds.</summary>
    public long? Limit { get; init; }

    /// <summary>What was found, in the unit of <see cref="Limit"/>.</summary>
    public long? Found { get; init; }

    /// <summary>What is wrong and how to mend it. Holds nothing of a customer's text or number.</summary>
    public required string Message { get; init; }

    /// <summary>The path and the sentence.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
