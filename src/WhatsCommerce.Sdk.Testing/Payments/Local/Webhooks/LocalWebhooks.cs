namespace WhatsCommerce.Testing;

/// <summary>
/// The webhooks of a local provider: signed as the provider documents, delivered immediately and in order, and redelivered when they are
/// not answered with 2xx, unless a fault applies. Faults are evaluated in the order in which they were added, and the first that applies is
/// used. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// stripe.Webhooks.Connect(new Uri("http://localhost:5000/shop/webhooks/stripe"));
/// stripe.Webhooks.Next(LocalWebhookFault.Drop());
/// stripe.Webhooks.AtRandom(0.2, LocalWebhookFault.Duplicate(), seed: 1);
/// </code>
/// </example>
public sealed class LocalWebhooks
{
    private const int MaxBytes = 64 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly FaultRules<LocalWebhookFault, LocalDelivery> _rules = new();
    private readonly List<LocalDelivery> _overtaken = [];
    private readonly History<LocalDelivery> _deliveries;
    private readonly LocalWebhookPump _pump;
    private readonly int _limit;

    internal LocalWebhooks(int limit, LocalWebhookPump pump)
    {
        _limit = limit;
        _pump = pump;
        _deliveries = new(limit, MaxBytes, static delivery => delivery.Body.Length);
    }

    /// <summary>
    /// The URL that webhooks are delivered to; <see langword="null"/> while none is connected, in which case events are not delivered.
    /// </summary>
    public Uri? Callback => _pump.Callback;

    /// <summary>The most recent events with every delivery attempt, oldest first. Each call returns a new list.</summary>
    public IReadOnlyList<LocalDelivery> Deliveries => _deliveries.Items;

    /// <summary>Descriptions of the active faults, in the order in which they were added: <c>lost (once)</c>.</summary>
    public IReadOnlyList<string> Active => _rules.Active;

    /// <summary>Connects a callback, to which new events are delivered.</summary>
    /// <param name="callback">The URL of the shop on this machine, such as <c>http://localhost:5000/shop/webhooks/stripe</c>.</param>
    /// <exception cref="ArgumentException">The URL is not an absolute http or https URL of this machine.</exception>
    public void Connect(Uri callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (!callback.IsAbsoluteUri || !callback.IsLoopback || callback.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The callback must be an absolute http or https address of this machine.", nameof(callback));
        }

        _pump.Callback = callback;
    }

    /// <summary>Stops delivering events.</summary>
    public void Disconnect() => _pump.Callback = null;

    /// <summary>Applies a fault to the next events.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number.</param>
    /// <returns>This instance, for chaining.</returns>
    public LocalWebhooks Next(LocalWebhookFault fault, int count = 1)
    {
        _rules.Next(fault, count);
        return this;
    }

    /// <summary>Applies a fault to events that meet a condition.</summary>
    /// <param name="applies">The condition; called once per event, never concurrently.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>This instance, for chaining.</returns>
    public LocalWebhooks When(Func<LocalDelivery, bool> applies, LocalWebhookFault fault)
    {
        _rules.When(applies, fault, " (some)");
        return this;
    }

    /// <summary>Applies a fault to events at random; runs with the same seed and the same order of events have the same faults.</summary>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <returns>This instance, for chaining.</returns>
    public LocalWebhooks AtRandom(double probability, LocalWebhookFault fault, int seed)
    {
        _rules.AtRandom(probability, fault, seed, "all");
        return this;
    }

    /// <summary>Removes all faults. An overtaken event is still delivered after the next event.</summary>
    public void Clear() => _rules.Clear();

    /// <summary>Redelivers an event, as in the provider's dashboard.</summary>
    /// <param name="delivery">One of <see cref="Deliveries"/>.</param>
    public void Repeat(LocalDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        _pump.Enqueue(delivery);
    }

    /// <summary>
    /// Waits until all webhooks that are due were delivered or have failed, but not for those that become due later on the provider's clock
    /// (late webhooks, redeliveries).
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ObjectDisposedException">The provider is stopped.</exception>
    public Task WhenQuietAsync(CancellationToken cancellationToken = default) => _pump.WhenQuietAsync(cancellationToken);

    internal void Send(LocalDelivery delivery)
    {
        LocalDelivery[] overtaken = [];
        LocalWebhookFault? fault;
        lock (_gate)
        {
            fault = _rules.Strike(delivery);
            delivery.Fault = fault?.Name;
            if (fault is { IsOvertaken: true } && _overtaken.Count < _limit)
            {
                _overtaken.Add(delivery);
            }
            else
            {
                overtaken = [.. _overtaken];
                _overtaken.Clear();
            }
        }

        _deliveries.Add(delivery);
        if (fault is not { IsOvertaken: true })
        {
            foreach (TimeSpan wait in fault?.Waits ?? [TimeSpan.Zero])
            {
                _pump.Enqueue(delivery, wait);
            }
        }

        foreach (LocalDelivery late in overtaken)
        {
            _pump.Enqueue(late);
        }
    }
}
