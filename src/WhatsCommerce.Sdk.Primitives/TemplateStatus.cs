namespace WhatsCommerce;

/// <summary>What became of a template.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>status</c>; webhooks/reference/message_template_status_update.
/// </remarks>
[OpenWord(Case = WordCase.Upper, HasValue = true, FromString = true)]
public readonly partial record struct TemplateStatus
{
    /// <summary>It can be sent.</summary>
    [Word("APPROVED")]
    public static partial TemplateStatus Approved { get; }

    /// <summary>It was put away, to keep the list of templates short.</summary>
    [Word("ARCHIVED")]
    public static partial TemplateStatus Archived { get; }

    /// <summary>It was taken back out of the archive.</summary>
    [Word("UNARCHIVED")]
    public static partial TemplateStatus Unarchived { get; }

    /// <summary>It is gone.</summary>
    [Word("DELETED")]
    public static partial TemplateStatus Deleted { get; }

    /// <summary>Customers complained: it cannot be sent any more.</summary>
    [Word("DISABLED")]
    public static partial TemplateStatus Disabled { get; }

    /// <summary>Customers complained: it may soon be disabled.</summary>
    [Word("FLAGGED")]
    public static partial TemplateStatus Flagged { get; }

    /// <summary>A rejection is being looked at again.</summary>
    [Word("IN_APPEAL")]
    public static partial TemplateStatus InAppeal { get; }

    /// <summary>The account has as many templates as it may.</summary>
    [Word("LIMIT_EXCEEDED")]
    public static partial TemplateStatus LimitExceeded { get; }

    /// <summary>It cannot be edited.</summary>
    [Word("LOCKED")]
    public static partial TemplateStatus Locked { get; }

    /// <summary>It can be edited again.</summary>
    [Word("UNLOCKED")]
    public static partial TemplateStatus Unlocked { get; }

    /// <summary>Customers complained: it rests for a while.</summary>
    [Word("PAUSED")]
    public static partial TemplateStatus Paused { get; }

    /// <summary>It is being reviewed.</summary>
    [Word("PENDING")]
    public static partial TemplateStatus Pending { get; }

    /// <summary>It is neither flagged nor disabled any more, and can be sent again.</summary>
    [Word("REINSTATED")]
    public static partial TemplateStatus Reinstated { get; }

    /// <summary>It was deleted, and is kept for a while for messages that are under way.</summary>
    [Word("PENDING_DELETION")]
    public static partial TemplateStatus PendingDeletion { get; }

    /// <summary>It must be changed, or the rejection appealed.</summary>
    [Word("REJECTED")]
    public static partial TemplateStatus Rejected { get; }
}
