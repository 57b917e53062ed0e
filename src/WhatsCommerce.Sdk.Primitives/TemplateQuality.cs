using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>How customers take a template.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, webhooks/reference/message_template_quality_update.
/// </remarks>
public readonly record struct TemplateQuality
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateQuality(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>High.</summary>
    public static TemplateQuality Green { get; } = new("GREEN");

    /// <summary>Medium.</summary>
    public static TemplateQuality Yellow { get; } = new("YELLOW");

    /// <summary>Low: it is about to be paused.</summary>
    public static TemplateQuality Red { get; } = new("RED");

    /// <summary>Not yet known.</summary>
    public static TemplateQuality Unknown { get; } = new("UNKNOWN");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is "GREEN" or "YELLOW" or "RED" or "UNKNOWN";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>GREEN</c>.</param>
    public static implicit operator TemplateQuality(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
