namespace WhatsCommerce;

/// <summary>The status of a template.</summary>
/// <remarks>
/// An extensible enumeration: unlisted values are kept. Words are compared case-insensitively, since Meta's own pages write both cases.
/// Source: Meta, WhatsApp Business Account message_templates, <c>status</c>; webhooks/reference/message_template_status_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateStatus
{
    /// <summary>It can be sent.</summary>
    [Word("APPROVED")]
    public static partial TemplateStatus Approved { get; }

    /// <summary>It was archived, to keep the list of templates short.</summary>
    [Word("ARCHIVED")]
    public static partial TemplateStatus Archived { get; }

    /// <summary>It was restored from the archive.</summary>
    [Word("UNARCHIVED")]
    public static partial TemplateStatus Unarchived { get; }

    /// <summary>It was deleted.</summary>
    [Word("DELETED")]
    public static partial TemplateStatus Deleted { get; }

    /// <summary>It was disabled after negative feedback of customers: it cannot be sent any more.</summary>
    [Word("DISABLED")]
    public static partial TemplateStatus Disabled { get; }

    /// <summary>It was flagged after negative feedback of customers: it may soon be disabled.</summary>
    [Word("FLAGGED")]
    public static partial TemplateStatus Flagged { get; }

    /// <summary>A rejection is being reviewed again.</summary>
    [Word("IN_APPEAL")]
    public static partial TemplateStatus InAppeal { get; }

    /// <summary>The account reached its limit of templates.</summary>
    [Word("LIMIT_EXCEEDED")]
    public static partial TemplateStatus LimitExceeded { get; }

    /// <summary>It cannot be edited.</summary>
    [Word("LOCKED")]
    public static partial TemplateStatus Locked { get; }

    /// <summary>It can be edited again.</summary>
    [Word("UNLOCKED")]
    public static partial TemplateStatus Unlocked { get; }

    /// <summary>It was paused after negative feedback of customers: it cannot be sent for a while.</summary>
    [Word("PAUSED")]
    public static partial TemplateStatus Paused { get; }

    /// <summary>It is being reviewed.</summary>
    [Word("PENDING")]
    public static partial TemplateStatus Pending { get; }

    /// <summary>It is no longer flagged or disabled, and can be sent again.</summary>
    [Word("REINSTATED")]
    public static partial TemplateStatus Reinstated { get; }

    /// <summary>It was deleted, and is kept for a while for messages that are being sent.</summary>
    [Word("PENDING_DELETION")]
    public static partial TemplateStatus PendingDeletion { get; }

    /// <summary>It must be changed, or the rejection appealed.</summary>
    [Word("REJECTED")]
    public static partial TemplateStatus Rejected { get; }
}
