using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Templates;

/// <summary>How the variables of a template are called.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>parameter_format</c>.
/// </remarks>
public readonly record struct TemplateParameterFormat
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateParameterFormat(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>By numbers: <c>{{1}}</c>, <c>{{2}}</c>.</summary>
    public static TemplateParameterFormat Positional { get; } = new("POSITIONAL");

    /// <summary>By names: <c>{{first_name}}</c>.</summary>
    public static TemplateParameterFormat Named { get; } = new("NAMED");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "POSITIONAL" or "NAMED";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>POSITIONAL</c>.</param>
    public static implicit operator TemplateParameterFormat(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
