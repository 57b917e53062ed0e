namespace WhatsCommerce.Templates;

/// <summary>Represents a component with a text that may have variables: header or body.</summary>
public abstract class TemplateTextComponent
{
    private protected TemplateTextComponent(string? text, IEnumerable<TemplateExample> examples)
    {
        Text = text;
        Examples = [.. examples];
        Variables = TemplateVariables.Of(text);
    }

    /// <summary>The text, with its variables; <see langword="null"/> where there is none.</summary>
    public string? Text { get; }

    /// <summary>The variables in the text, each once, without their braces: <c>1</c>, <c>first_name</c>.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The example values of the variables for Meta's review.</summary>
    public IReadOnlyList<TemplateExample> Examples { get; }

    /// <summary>Other members.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}
