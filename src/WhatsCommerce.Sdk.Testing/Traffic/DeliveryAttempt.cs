namespace WhatsCommerce.Testing;

/// <summary>One attempt to deliver a webhook.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>When the attempt began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took until the callback answered or the attempt failed, on the real clock.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status that the callback answered; <see langword="null"/> when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why no answer came: refused, cut, or too late; <see langword="null"/> when one came.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the callback answered 200, the only answer that Meta takes as received.</summary>
    public bool Succeeded => StatusCode == 200;

    /// <summary>The status, or the problem.</summary>
    public override string ToString() => StatusCode is { } status ? $"answered {status}" : Problem ?? "no answer";
}
