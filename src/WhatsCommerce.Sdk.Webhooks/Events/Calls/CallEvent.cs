namespace WhatsCommerce.Webhooks;

/// <summary>A call is being connected, or has ended (<c>calls[]</c>).</summary>
/// <remarks>
/// <see cref="WebhookEvent.Customer"/> is the other party of the call. Source: Meta, calling/reference,
/// calling/user-initiated-calls and calling/business-initiated-calls.
/// </remarks>
public sealed partial record CallEvent : WebhookEvent
{
    /// <summary>Initializes an instance, for your own tests.</summary>
    public CallEvent() { }

    internal CallEvent(in EventHead head)
        : base(head) { }

    /// <summary><c>id</c>: the id of the call.</summary>
    [Sensitive(Shown = Shown.EndOfId)]
    public required string CallId { get; init; }

    /// <summary><c>event</c>: what happened.</summary>
    public required CallEventKind Kind { get; init; }

    /// <summary><c>direction</c>: who called.</summary>
    public CallDirection Direction { get; init; }

    /// <summary><c>from</c>: the number that called.</summary>
    [Sensitive]
    public string? From { get; init; }

    /// <summary><c>to</c>: the number that was called.</summary>
    [Sensitive]
    public string? To { get; init; }

    /// <summary><c>status</c>: the result of the call.</summary>
    public CallStatus Status { get; init; }

    /// <summary><c>start_time</c>; absent when nobody answered.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary><c>end_time</c>; absent when nobody answered.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary><c>duration</c>, whole seconds; absent when nobody answered.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary><c>session.sdp_type</c>: <c>offer</c> or <c>answer</c>.</summary>
    public string? SdpType { get; init; }

    /// <summary><c>session.sdp</c>: the session description (RFC 8866).</summary>
    [Sensitive]
    public string? Sdp { get; init; }

    /// <summary><c>connection.webrtc.sdp</c>: the same in the older form.</summary>
    [Sensitive]
    public string? WebRtcSdp { get; init; }

    /// <summary><c>biz_opaque_callback_data</c>: the business's own data of the call.</summary>
    [Sensitive]
    public string? CallbackData { get; init; }

    /// <summary><c>cta_payload</c>: the business's own data of the pressed button.</summary>
    [Sensitive]
    public string? CtaPayload { get; init; }

    /// <summary><c>deeplink_payload</c>: the business's own data of the link.</summary>
    [Sensitive]
    public string? DeeplinkPayload { get; init; }

    /// <summary><c>errors</c> of the call, or otherwise of the value: why it failed.</summary>
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    internal override string? Identity => $"call/{CallId}/{Kind}";
}
