namespace WhatsCommerce.Webhooks;

/// <summary>
/// The status of a call that the business started: ringing, accepted or rejected (<c>statuses[]</c> of the field <c>calls</c>).
/// </summary>
/// <remarks>Source: Meta, calling/business-initiated-calls.</remarks>
[WebhookField("calls", Items = "statuses")]
[WireHead(Timestamp = "timestamp", WaId = "recipient_id", UserId = "recipient_user_id", ParentUserId = "recipient_parent_user_id")]
public sealed partial record CallStatusEvent : WebhookEvent
{
    /// <summary><c>id</c>: the id of the call.</summary>
    [Wire("id", IsId = true, Missing = "There is no id of the call.")]
    [Sensitive(Shown = Shown.EndOfId)]
    public required string CallId { get; init; }

    /// <summary><c>status</c>: the status of the call.</summary>
    [Wire("status", Missing = "There is no status.")]
    public required CallStatus Status { get; init; }

    /// <summary><c>type</c>: <c>call</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary><c>recipient_id</c>: the number that was called; absent for a customer whose user id alone is known.</summary>
    [Wire("recipient_id", IsId = true)]
    [Sensitive]
    public string? RecipientId { get; init; }

    /// <summary><c>biz_opaque_callback_data</c>: the business's own data of the call.</summary>
    [Wire("biz_opaque_callback_data")]
    [Sensitive]
    public string? CallbackData { get; init; }

    /// <summary><c>errors</c>: why it failed; empty otherwise.</summary>
    [Wire("errors")]
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    internal override string? Identity => $"call-status/{CallId}/{Status}";
}
