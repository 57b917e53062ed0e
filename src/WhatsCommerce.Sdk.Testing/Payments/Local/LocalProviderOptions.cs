namespace WhatsCommerce.Testing;

/// <summary>The options of a local payment provider. All defaults suit tests.</summary>
public sealed class LocalProviderOptions
{
    /// <summary>The port on the loopback address; 0, the default, for any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The clock for the expiry of checkouts and keys, times in payloads, slow responses, late webhooks and the delays between
    /// redeliveries. The system clock unless set.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The maximum number of checkouts, of idempotency keys and of webhooks that are kept; 10,000 unless set. The oldest are discarded
    /// first, checkouts together with their charges, and counted by <see cref="LocalLedger.Forgotten"/>.
    /// </summary>
    public int HistoryLimit { get; set; } = 10_000;

    /// <summary>
    /// The delays before each redelivery of a webhook that was not answered with 2xx; after the last one it is given up. By default five
    /// short delays, 50 ms to 1 s; the real providers retry for one day (Razorpay) or three days (Stripe, PayPal).
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
        if (Port is < 0 or > ushort.MaxValue || HistoryLimit < 1 || TimeProvider is null || RedeliveryWaits is null)
        {
            throw new InvalidOperationException(
                $"{nameof(LocalProviderOptions)}: {nameof(Port)} is 0 to 65535, {nameof(HistoryLimit)} is 1 or more, and "
                    + $"{nameof(TimeProvider)} and {nameof(RedeliveryWaits)} are not null.");
        }

        return new()
        {
            Port = Port,
            TimeProvider = TimeProvider,
            HistoryLimit = HistoryLimit,
            RedeliveryWaits = [.. RedeliveryWaits],
        };
    }
}
