namespace WhatsCommerce.Testing;

/// <summary>How a local payment provider is set up. Everything has a default that suits a test.</summary>
public sealed class LocalProviderOptions
{
    /// <summary>The port on the loopback address; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The clock: expiry of checkouts and keys, times in payloads, slow answers, late webhooks and the waits between redeliveries. The
    /// system's unless set.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How many checkouts, idempotency keys and webhooks are remembered, of each kind; the oldest is forgotten first, its charges with it,
    /// and <see cref="LocalLedger.Forgotten"/> counts them. 10,000 unless set.
    /// </summary>
    public int HistoryLimit { get; set; } = 10_000;

    /// <summary>
    /// How long to wait before each redelivery of a webhook that was not answered with 2xx; after the last one it is given up. Short by
    /// default, 50 ms to 1 s, five in all; the providers go on for a day (Razorpay) or three (Stripe, PayPal).
    /// </summary>
    public IReadOnlyList<TimeSpan> RedeliveryWaits { get; set; } =
    [
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(250),
        TimeSpan.FromMilliseconds(500),
        TimeSpan.FromSeconds(1),
    ];

    internal LocalProviderOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(HistoryLimit, 1);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(RedeliveryWaits);
        return new()
        {
            Port = Port,
            TimeProvider = TimeProvider,
            HistoryLimit = HistoryLimit,
            RedeliveryWaits = [.. RedeliveryWaits],
        };
    }
}
