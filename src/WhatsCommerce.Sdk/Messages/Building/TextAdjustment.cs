namespace WhatsCommerce.Messages;

/// <summary>A text of a message that its builder changed, because the app asked for that.</summary>
public sealed record TextAdjustment
{
    /// <summary>Initializes a new instance of the <see cref="TextAdjustment"/> class.</summary>
    /// <param name="path">Where the text stands in the request, such as <c>template.components[0].parameters[1].text</c>.</param>
    /// <param name="kind">What was done with it.</param>
    public TextAdjustment(string path, TextAdjustmentKind kind)
    {
        Path = path;
        Kind = kind;
    }

    /// <summary>Gets where the text stands in the request, such as <c>template.components[0].parameters[1].text</c>.</summary>
    public string Path { get; init; }

    /// <summary>Gets what was done with it.</summary>
    public TextAdjustmentKind Kind { get; init; }
}
