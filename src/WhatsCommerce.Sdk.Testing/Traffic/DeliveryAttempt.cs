namespace WhatsCommerce.Testing;

/// <summary>One attempt to deliver a webhook.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>When the attempt began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The time until the callback responded or the attempt failed, on the real clock.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The HTTP status of the callback's response; <see langword="null"/> when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why there was no response: connection refused, closed, or timeout; <see langword="null"/> when there was one.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the callback responded with 200, the only status that Meta accepts.</summary>
    public bool Succeeded => StatusCode == 200;

    /// <summary>The status, or the problem.</summary>
    public override string ToString() => StatusCode is { } status ? $"HTTP {status}" : Problem ?? "no response";
}
