namespace WhatsCommerce.Templates;

/// <summary>The header of a template, or of a card.</summary>
public sealed class TemplateHeader : TemplateTextComponent
{
    internal TemplateHeader(
        TemplateHeaderFormat format, string? text = null, IEnumerable<TemplateExample>? examples = null, string? exampleHandle = null)
        : base(text, examples ?? [])
    {
        Format = format;
        ExampleHandle = exampleHandle;
    }

    /// <summary>The format.</summary>
    public TemplateHeaderFormat Format { get; }

    /// <summary>
    /// The example file for Meta's review: the handle of an upload (<c>header_handle</c>). In a template that was read from Meta it is a
    /// URL, which cannot be submitted again.
    /// </summary>
    public string? ExampleHandle { get; }
}
