using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A template was approved, rejected, paused, disabled ... (<c>message_template_status_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/message_template_status_update.</remarks>
public sealed record TemplateStatusEvent : TemplateEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public TemplateStatusEvent()
    {
    }

    internal TemplateStatusEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>event</c>: what it is now.</summary>
    public TemplateStatus Status { get; init; }

    /// <summary><c>reason</c>: why it was rejected; <c>NONE</c> or absent otherwise.</summary>
    public TemplateRejectionReason Reason { get; init; }

    /// <summary><c>message_template_category</c>.</summary>
    public TemplateCategory Category { get; init; }

    /// <summary><c>disable_info.disable_date</c>: when it was disabled.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary><c>other_info.title</c>: which pause it is, such as <c>FIRST_PAUSE</c>, <c>SECOND_PAUSE</c> or <c>UNPAUSE</c>.</summary>
    public string? NoticeTitle { get; init; }

    /// <summary><c>other_info.description</c>: why it was locked or unlocked.</summary>
    public string? NoticeText { get; init; }

    /// <summary><c>rejection_info.reason</c>: what is wrong with it, in words.</summary>
    public string? RejectionDetails { get; init; }

    /// <summary><c>rejection_info.recommendation</c>: how to mend it, in words.</summary>
    public string? Recommendation { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Status", Status.Value).Member("Reason", Reason.Value);
        return true;
    }
}
