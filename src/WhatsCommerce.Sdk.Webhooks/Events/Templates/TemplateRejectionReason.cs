namespace WhatsCommerce.Webhooks;

/// <summary>Why a template was rejected (<c>reason</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/message_template_status_update.</remarks>
public readonly record struct TemplateRejectionReason
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public TemplateRejectionReason(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It breaks the policies.</summary>
    public static TemplateRejectionReason AbusiveContent { get; } = new("ABUSIVE_CONTENT");

    /// <summary>An authentication template for a region without them; deprecated.</summary>
    public static TemplateRejectionReason CategoryNotAvailable { get; } = new("CATEGORY_NOT_AVAILABLE");

    /// <summary>It belongs to another category.</summary>
    public static TemplateRejectionReason IncorrectCategory { get; } = new("INCORRECT_CATEGORY");

    /// <summary>Its form is wrong; <see cref="TemplateStatusEvent.RejectionDetails"/> say how.</summary>
    public static TemplateRejectionReason InvalidFormat { get; } = new("INVALID_FORMAT");

    /// <summary>It was not rejected.</summary>
    public static TemplateRejectionReason None { get; } = new("NONE");

    /// <summary>It breaks the policies: advertising where none may be.</summary>
    public static TemplateRejectionReason Promotional { get; } = new("PROMOTIONAL");

    /// <summary>It breaks the policies: fraud.</summary>
    public static TemplateRejectionReason Scam { get; } = new("SCAM");

    /// <summary>Its content does not fit its category.</summary>
    public static TemplateRejectionReason TagContentMismatch { get; } = new("TAG_CONTENT_MISMATCH");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "ABUSIVE_CONTENT" or "CATEGORY_NOT_AVAILABLE" or "INCORRECT_CATEGORY" or "INVALID_FORMAT" or "NONE" or "PROMOTIONAL" or "SCAM"
        or "TAG_CONTENT_MISMATCH";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
