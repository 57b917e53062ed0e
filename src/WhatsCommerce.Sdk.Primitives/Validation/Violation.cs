namespace WhatsCommerce;

/// <summary>
/// Represents one rule that a message, a template, an item, a file or another request violates, found before anything is sent.
/// </summary>
public sealed record Violation
{
    /// <summary>
    /// Gets the JSON path: <c>interactive.action.sections[2].title</c>; for values that are not in the JSON, the name of the parameter or
    /// the property.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Gets the kind of rule.</summary>
    public required ViolationRule Rule { get; init; }

    /// <summary>Gets the limit, if the rule has one: characters (Unicode scalar values), items, bytes, seconds.</summary>
    public long? Limit { get; init; }

    /// <summary>Gets the actual value, in the unit of <see cref="Limit"/>.</summary>
    public long? Found { get; init; }

    /// <summary>Gets what is wrong and how to fix it. Contains no text and no number of a customer.</summary>
    public required string Message { get; init; }

    /// <summary>Returns the path and the message.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
