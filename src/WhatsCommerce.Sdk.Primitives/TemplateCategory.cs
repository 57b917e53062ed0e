using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>What a template is for, and whose rate applies to it.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>category</c>; webhooks/reference/template_category_update.
/// </remarks>
public readonly record struct TemplateCategory
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateCategory(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>A code to log in with.</summary>
    public static TemplateCategory Authentication { get; } = new("AUTHENTICATION");

    /// <summary>Anything that is not one of the others.</summary>
    public static TemplateCategory Marketing { get; } = new("MARKETING");

    /// <summary>About an order, a payment or the like that the customer asked for.</summary>
    public static TemplateCategory Utility { get; } = new("UTILITY");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "AUTHENTICATION" or "MARKETING" or "UTILITY";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>AUTHENTICATION</c>.</param>
    public static implicit operator TemplateCategory(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
