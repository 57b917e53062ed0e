namespace WhatsCommerce.Templates;

/// <summary>A part of a template with a text that may have variables: its header or its body.</summary>
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

    /// <summary>The values that reviewers see in place of the variables.</summary>
    public IReadOnlyList<TemplateExample> Examples { get; }

    /// <summary>What else it has on the wire.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}
