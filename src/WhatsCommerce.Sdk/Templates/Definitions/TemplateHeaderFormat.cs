using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Templates;

/// <summary>What the header of a template shows.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, templates/components, <c>format</c>.
/// </remarks>
public readonly record struct TemplateHeaderFormat
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateHeaderFormat(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>A line of text.</summary>
    public static TemplateHeaderFormat Text { get; } = new("TEXT");

    /// <summary>A picture.</summary>
    public static TemplateHeaderFormat Image { get; } = new("IMAGE");

    /// <summary>A video.</summary>
    public static TemplateHeaderFormat Video { get; } = new("VIDEO");

    /// <summary>A document.</summary>
    public static TemplateHeaderFormat Document { get; } = new("DOCUMENT");

    /// <summary>A place on the map.</summary>
    public static TemplateHeaderFormat Location { get; } = new("LOCATION");

    /// <summary>A product of the catalog.</summary>
    public static TemplateHeaderFormat Product { get; } = new("PRODUCT");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "TEXT" or "IMAGE" or "VIDEO" or "DOCUMENT" or "LOCATION" or "PRODUCT";

    /// <summary>Whether it shows a file, of which an example is handed in with the template.</summary>
    public bool IsMedia => this == Image || this == Video || this == Document;

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>TEXT</c>.</param>
    public static implicit operator TemplateHeaderFormat(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
