using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The status of a flow changed, or it does not run well (<c>flows</c>).</summary>
/// <remarks>Source: Meta, flows/guides/flowswebhooks.</remarks>
public sealed record FlowEvent : WebhookEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public FlowEvent()
    {
    }

    internal FlowEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>event</c>: what happened.</summary>
    public FlowEventKind Kind { get; init; }

    /// <summary><c>flow_id</c>.</summary>
    public string? FlowId { get; init; }

    /// <summary><c>message</c>: the same in words.</summary>
    public string? Message { get; init; }

    /// <summary><c>warning</c>: what will happen to its version, in words.</summary>
    public string? Warning { get; init; }

    /// <summary><c>old_status</c>; absent for a new flow.</summary>
    public FlowStatus OldStatus { get; init; }

    /// <summary><c>new_status</c>.</summary>
    public FlowStatus NewStatus { get; init; }

    /// <summary><c>alert_state</c>: whether the threshold was reached, or is no longer.</summary>
    public FlowAlertState AlertState { get; init; }

    /// <summary><c>threshold</c>: percent of errors or availability, or milliseconds of latency.</summary>
    public decimal? Threshold { get; init; }

    /// <summary><c>error_rate</c>, in percent.</summary>
    public decimal? ErrorRate { get; init; }

    /// <summary><c>availability</c>, in percent.</summary>
    public decimal? Availability { get; init; }

    /// <summary><c>p50_latency</c>: half of the requests took longer, in milliseconds.</summary>
    public int? P50Latency { get; init; }

    /// <summary><c>p90_latency</c>: a tenth of the requests took longer, in milliseconds.</summary>
    public int? P90Latency { get; init; }

    /// <summary><c>requests_count</c>: what the latency was measured over.</summary>
    public int? RequestsCount { get; init; }

    /// <summary><c>errors</c>: of which kinds they were.</summary>
    public IReadOnlyList<FlowError> Errors { get; init; } = [];

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Kind", Kind.Value)
            .Member("FlowId", FlowId)
            .Member("NewStatus", NewStatus.Value)
            .Member("AlertState", AlertState.Value);
        return true;
    }
}
