using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce;

/// <summary>What became of a template.</summary>
/// <remarks>
/// An open value: a word that is not listed is kept. Words are equal without regard to case, since Meta's own pages write both.
/// Source: Meta, WhatsApp Business Account message_templates, <c>status</c>; webhooks/reference/message_template_status_update.
/// </remarks>
public readonly record struct TemplateStatus
{
    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word in any case; null or blank means absent.</param>
    public TemplateStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value.ToUpperInvariant();

    /// <summary>It can be sent.</summary>
    public static TemplateStatus Approved { get; } = new("APPROVED");

    /// <summary>It was put away, to keep the list of templates short.</summary>
    public static TemplateStatus Archived { get; } = new("ARCHIVED");

    /// <summary>It was taken back out of the archive.</summary>
    public static TemplateStatus Unarchived { get; } = new("UNARCHIVED");

    /// <summary>It is gone.</summary>
    public static TemplateStatus Deleted { get; } = new("DELETED");

    /// <summary>Customers complained: it cannot be sent any more.</summary>
    public static TemplateStatus Disabled { get; } = new("DISABLED");

    /// <summary>Customers complained: it may soon be disabled.</summary>
    public static TemplateStatus Flagged { get; } = new("FLAGGED");

    /// <summary>A rejection is being looked at again.</summary>
    public static TemplateStatus InAppeal { get; } = new("IN_APPEAL");

    /// <summary>The account has as many templates as it may.</summary>
    public static TemplateStatus LimitExceeded { get; } = new("LIMIT_EXCEEDED");

    /// <summary>It cannot be edited.</summary>
    public static TemplateStatus Locked { get; } = new("LOCKED");

    /// <summary>It can be edited again.</summary>
    public static TemplateStatus Unlocked { get; } = new("UNLOCKED");

    /// <summary>Customers complained: it rests for a while.</summary>
    public static TemplateStatus Paused { get; } = new("PAUSED");

    /// <summary>It is being reviewed.</summary>
    public static TemplateStatus Pending { get; } = new("PENDING");

    /// <summary>It is neither flagged nor disabled any more, and can be sent again.</summary>
    public static TemplateStatus Reinstated { get; } = new("REINSTATED");

    /// <summary>It was deleted, and is kept for a while for messages that are under way.</summary>
    public static TemplateStatus PendingDeletion { get; } = new("PENDING_DELETION");

    /// <summary>It must be changed, or the rejection appealed.</summary>
    public static TemplateStatus Rejected { get; } = new("REJECTED");

    /// <summary>The word in capitals, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a word.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of those above.</summary>
    public bool IsKnown => Value is
        "APPROVED" or "ARCHIVED" or "UNARCHIVED" or "DELETED" or "DISABLED" or "FLAGGED" or "IN_APPEAL" or "LIMIT_EXCEEDED"
        or "LOCKED" or "UNLOCKED" or "PAUSED" or "PENDING" or "REINSTATED" or "PENDING_DELETION" or "REJECTED";

    /// <summary>Takes the word as Meta writes it.</summary>
    /// <param name="value">The word, such as <c>APPROVED</c>.</param>
    public static implicit operator TemplateStatus(string? value) => new(value);

    /// <summary>The word, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
