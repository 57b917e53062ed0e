namespace WhatsCommerce.Templates;

/// <summary>Represents the format of a template's header.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Comparisons ignore case, since Meta's own pages use both.
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

    /// <summary>Whether it shows a file, for which the template requires an example.</summary>
    public bool IsMedia => this == Image || this == Video || this == Document;
}
