namespace WhatsCommerce;

/// <summary>The reason why a template was rejected.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are compared case-insensitively, since Meta's own pages write both cases.
/// Source: Meta, webhooks/reference/message_template_status_update, <c>reason</c>.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateRejectionReason
{
    /// <summary>It violates a policy.</summary>
    [Word("ABUSIVE_CONTENT")]
    public static partial TemplateRejectionReason AbusiveContent { get; }

    /// <summary>An authentication template for a region without them; deprecated.</summary>
    [Word("CATEGORY_NOT_AVAILABLE")]
    public static partial TemplateRejectionReason CategoryNotAvailable { get; }

    /// <summary>It belongs to another category.</summary>
    [Word("INCORRECT_CATEGORY")]
    public static partial TemplateRejectionReason IncorrectCategory { get; }

    /// <summary>Its format is invalid.</summary>
    [Word("INVALID_FORMAT")]
    public static partial TemplateRejectionReason InvalidFormat { get; }

    /// <summary>It was not rejected.</summary>
    [Word("NONE")]
    public static partial TemplateRejectionReason None { get; }

    /// <summary>It violates a policy: advertising where none is allowed.</summary>
    [Word("PROMOTIONAL")]
    public static partial TemplateRejectionReason Promotional { get; }

    /// <summary>It violates a policy: fraud.</summary>
    [Word("SCAM")]
    public static partial TemplateRejectionReason Scam { get; }

    /// <summary>Its content does not fit its category.</summary>
    [Word("TAG_CONTENT_MISMATCH")]
    public static partial TemplateRejectionReason TagContentMismatch { get; }
}
