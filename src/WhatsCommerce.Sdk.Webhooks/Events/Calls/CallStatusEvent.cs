using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// How a call of the business stands: it rings, was accepted or declined (<c>statuses[]</c> of the field <c>calls</c>).
/// </summary>
/// <remarks>Source: Meta, calling/business-initiated-calls.</remarks>
public sealed record CallStatusEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public CallStatusEvent()
    {
    }

    internal CallStatusEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>id</c>.</summary>
    public required string CallId { get; init; }

    /// <summary><c>status</c>.</summary>
    public required CallStatus Status { get; init; }

    /// <summary><c>type</c>: <c>call</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>recipient_id</c>: the number that was called; absent for a customer known by user id only.</summary>
    public string? RecipientId { get; init; }

    /// <summary><c>biz_opaque_callback_data</c>: what the business gave the call.</summary>
    public string? CallbackData { get; init; }

    /// <summary><c>errors</c>: why it failed; empty otherwise.</summary>
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    internal override string? Identity => $"call-status/{CallId}/{Status}";

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("CallId", LogText.Id(CallId)).Member("Status", Status.Value);
        return true;
    }
}
