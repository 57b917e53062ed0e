namespace WhatsCommerce.Messages;

/// <summary>Represents a text of a message that its builder changed because the app asked for it.</summary>
public sealed record TextAdjustment
{
    /// <summary>Initializes a new instance of the <see cref="TextAdjustment"/> class.</summary>
    /// <param name="path">The path of the text in the request, such as <c>template.components[0].parameters[1].text</c>.</param>
    /// <param name="kind">The kind of change.</param>
    public TextAdjustment(string path, TextAdjustmentKind kind)
    {
        Path = path;
        Kind = kind;
    }

    /// <summary>Gets the path of the text in the request, such as <c>template.components[0].parameters[1].text</c>.</summary>
    public string Path { get; init; }

    /// <summary>Gets the kind of change.</summary>
    public TextAdjustmentKind Kind { get; init; }
}
