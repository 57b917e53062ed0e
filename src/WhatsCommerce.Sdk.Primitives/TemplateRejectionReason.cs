using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>Why a template was rejected.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, webhooks/reference/message_template_status_update, <c>reason</c>.
/// </remarks>
public readonly record struct TemplateRejectionReason
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateRejectionReason(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>It breaks the policies.</summary>
    public static TemplateRejectionReason AbusiveContent { get; } = new("ABUSIVE_CONTENT");

    /// <summary>An authentication template for a region without them; deprecated.</summary>
    public static TemplateRejectionReason CategoryNotAvailable { get; } = new("CATEGORY_NOT_AVAILABLE");

    /// <summary>It belongs to another category.</summary>
    public static TemplateRejectionReason IncorrectCategory { get; } = new("INCORRECT_CATEGORY");

    /// <summary>Its form is wrong.</summary>
    public static TemplateRejectionReason InvalidFormat { get; } = new("INVALID_FORMAT");

    /// <summary>It was not rejected.</summary>
    public static TemplateRejectionReason None { get; } = new("NONE");

    /// <summary>It breaks the policies: advertising where none may be.</summary>
    public static TemplateRejectionReason Promotional { get; } = new("PROMOTIONAL");

    /// <summary>It breaks the policies: fraud.</summary>
    public static TemplateRejectionReason Scam { get; } = new("SCAM");

    /// <summary>Its content does not fit its category.</summary>
    public static TemplateRejectionReason TagContentMismatch { get; } = new("TAG_CONTENT_MISMATCH");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is
        "ABUSIVE_CONTENT" or "CATEGORY_NOT_AVAILABLE" or "INCORRECT_CATEGORY" or "INVALID_FORMAT" or "NONE" or "PROMOTIONAL"
        or "SCAM" or "TAG_CONTENT_MISMATCH";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>ABUSIVE_CONTENT</c>.</param>
    public static implicit operator TemplateRejectionReason(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
