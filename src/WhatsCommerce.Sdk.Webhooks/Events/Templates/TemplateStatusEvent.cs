namespace WhatsCommerce.Webhooks;

/// <summary>A template was approved, rejected, paused, disabled ... (<c>message_template_status_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/message_template_status_update.</remarks>
[WebhookField("message_template_status_update")]
public sealed partial record TemplateStatusEvent : TemplateEvent
{
    /// <summary><c>event</c>: the new status.</summary>
    [Wire("event")]
    public TemplateStatus Status { get; init; }

    /// <summary><c>reason</c>: why it was rejected; <c>NONE</c> or absent otherwise.</summary>
    [Wire("reason")]
    public TemplateRejectionReason Reason { get; init; }

    /// <summary><c>message_template_category</c>: the category of the template.</summary>
    [Wire("message_template_category")]
    public TemplateCategory Category { get; init; }

    /// <summary><c>disable_info.disable_date</c>: when it was disabled.</summary>
    [Wire("disable_info.disable_date")]
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary><c>other_info.title</c>: the kind of pause, such as <c>FIRST_PAUSE</c>, <c>SECOND_PAUSE</c> or <c>UNPAUSE</c>.</summary>
    [Wire("other_info.title")]
    [Sensitive]
    public string? NoticeTitle { get; init; }

    /// <summary><c>other_info.description</c>: why it was locked or unlocked.</summary>
    [Wire("other_info.description")]
    [Sensitive]
    public string? NoticeText { get; init; }

    /// <summary><c>rejection_info.reason</c>: what is wrong with it, in words.</summary>
    [Wire("rejection_info.reason")]
    [Sensitive]
    public string? RejectionDetails { get; init; }

    /// <summary><c>rejection_info.recommendation</c>: how to fix it, in words.</summary>
    [Wire("rejection_info.recommendation")]
    [Sensitive]
    public string? Recommendation { get; init; }
}
