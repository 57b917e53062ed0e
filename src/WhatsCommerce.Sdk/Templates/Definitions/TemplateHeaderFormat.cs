namespace WhatsCommerce.Templates;

/// <summary>What the header of a template shows.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, templates/components, <c>format</c>.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateHeaderFormat
{
    /// <summary>A line of text.</summary>
    [Word("TEXT")]
    public static partial TemplateHeaderFormat Text { get; }

    /// <summary>A picture.</summary>
    [Word("IMAGE")]
    public static partial TemplateHeaderFormat Image { get; }

    /// <summary>A video.</summary>
    [Word("VIDEO")]
    public static partial TemplateHeaderFormat Video { get; }

    /// <summary>A document.</summary>
    [Word("DOCUMENT")]
    public static partial TemplateHeaderFormat Document { get; }

    /// <summary>A place on the map.</summary>
    [Word("LOCATION")]
    public static partial TemplateHeaderFormat Location { get; }

    /// <summary>A product of the catalog.</summary>
    [Word("PRODUCT")]
    public static partial TemplateHeaderFormat Product { get; }

    /// <summary>Whether it shows a file, of which an example is handed in with the template.</summary>
    public bool IsMedia => this == Image || this == Video || this == Document;
}
