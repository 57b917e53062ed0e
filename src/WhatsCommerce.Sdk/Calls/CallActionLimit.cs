namespace WhatsCommerce.Calls;

/// <summary>Represents how often an action is allowed within a period.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
public sealed record CallActionLimit
{
    /// <summary><c>time_period</c>; <see langword="null"/> when it is not a duration of ISO 8601 such as <c>PT24H</c>.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary><c>max_allowed</c>: how often it is allowed within the period.</summary>
    public int? Allowed { get; init; }

    /// <summary><c>current_usage</c>: how often it was used within the period.</summary>
    public int? Used { get; init; }

    /// <summary><c>limit_expiration_time</c>: when it is possible again; <see langword="null"/> while the limit is not reached.</summary>
    public DateTimeOffset? ResetsAt { get; init; }
}
