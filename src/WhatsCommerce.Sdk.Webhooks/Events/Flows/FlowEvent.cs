namespace WhatsCommerce.Webhooks;

/// <summary>The status of a flow changed, or its endpoint has problems (<c>flows</c>).</summary>
/// <remarks>Source: Meta, flows/guides/flowswebhooks.</remarks>
[WebhookField("flows")]
public sealed partial record FlowEvent : WebhookEvent
{
    /// <summary><c>event</c>: what happened.</summary>
    [Wire("event")]
    public FlowEventKind Kind { get; init; }

    /// <summary><c>flow_id</c>: the id of the flow.</summary>
    [Wire("flow_id", IsId = true)]
    public string? FlowId { get; init; }

    /// <summary><c>message</c>: the same in words.</summary>
    [Wire("message")]
    [Sensitive]
    public string? Message { get; init; }

    /// <summary><c>warning</c>: what will happen to the flow's version, in words.</summary>
    [Wire("warning")]
    [Sensitive]
    public string? Warning { get; init; }

    /// <summary><c>old_status</c>; absent for a new flow.</summary>
    [Wire("old_status")]
    public FlowStatus OldStatus { get; init; }

    /// <summary><c>new_status</c>: the current status.</summary>
    [Wire("new_status")]
    public FlowStatus NewStatus { get; init; }

    /// <summary><c>alert_state</c>: whether the threshold was reached, or is no longer reached.</summary>
    [Wire("alert_state")]
    public FlowAlertState AlertState { get; init; }

    /// <summary><c>threshold</c>: percent of errors or availability, or milliseconds of latency.</summary>
    [Wire("threshold")]
    public decimal? Threshold { get; init; }

    /// <summary><c>error_rate</c>, in percent.</summary>
    [Wire("error_rate")]
    public decimal? ErrorRate { get; init; }

    /// <summary><c>availability</c>, in percent.</summary>
    [Wire("availability")]
    public decimal? Availability { get; init; }

    /// <summary><c>p50_latency</c>: the median latency of requests, in milliseconds.</summary>
    [Wire("p50_latency")]
    public int? P50Latency { get; init; }

    /// <summary><c>p90_latency</c>: the 90th percentile of the latency, in milliseconds.</summary>
    [Wire("p90_latency")]
    public int? P90Latency { get; init; }

    /// <summary><c>requests_count</c>: the number of requests that were measured.</summary>
    [Wire("requests_count")]
    public int? RequestCount { get; init; }

    /// <summary><c>errors</c>: the errors by kind.</summary>
    [Wire("errors")]
    public IReadOnlyList<FlowError> Errors { get; init; } = [];
}
