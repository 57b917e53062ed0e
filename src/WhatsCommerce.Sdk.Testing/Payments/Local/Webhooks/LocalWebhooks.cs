namespace WhatsCommerce.Testing;

/// <summary>
/// The webhooks of a local provider: signed as the provider documents it, delivered at once and in order, and redelivered when they are not
/// answered with 2xx, unless a fault says otherwise. Faults are asked in the order in which they were added, and the first that applies
/// decides. Safe for use from several threads.
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

    /// <summary>Where they are delivered; <see langword="null"/> while nothing is connected: events are not delivered then.</summary>
    public Uri? Callback => _pump.Callback;

    /// <summary>The last events, the oldest first, with every attempt to deliver them. A new list at each call.</summary>
    public IReadOnlyList<LocalDelivery> Deliveries => _deliveries.Items;

    /// <summary>What is to go wrong, in words, in the order in which it was added: <c>lost (once)</c>.</summary>
    public IReadOnlyList<string> Active => _rules.Active;

    /// <summary>Delivers events from now on.</summary>
    /// <param name="callback">The address of the shop on this machine, such as <c>http://localhost:5000/shop/webhooks/stripe</c>.</param>
    /// <exception cref="ArgumentException">It is no absolute http or https address of this machine.</exception>
    public void Connect(Uri callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (!callback.IsAbsoluteUri || !callback.IsLoopback || callback.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The callback must be an absolute http or https address of this machine.", nameof(callback));
        }

        _pump.Callback = callback;
    }

    /// <summary>Delivers no more events.</summary>
    public void Disconnect() => _pump.Callback = null;

    /// <summary>Lets the next events come otherwise.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number.</param>
    /// <returns>This, to add more.</returns>
    public LocalWebhooks Next(LocalWebhookFault fault, int count = 1)
    {
        _rules.Next(fault, count);
        return this;
    }

    /// <summary>Lets those events come otherwise of which something holds.</summary>
    /// <param name="applies">What must hold; asked once for each event, one event at a time.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>This, to add more.</returns>
    public LocalWebhooks When(Func<LocalDelivery, bool> applies, LocalWebhookFault fault)
    {
        _rules.When(applies, fault, " (some)");
        return this;
    }

    /// <summary>Lets events come otherwise by chance, the same ones in each run as long as they happen in the same order.</summary>
    /// <param name="probability">Of how many, from 0 to 1.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="seed">Where the chance begins.</param>
    /// <returns>This, to add more.</returns>
    public LocalWebhooks AtRandom(double probability, LocalWebhookFault fault, int seed)
    {
        _rules.AtRandom(probability, fault, seed, "all");
        return this;
    }

    /// <summary>Lets everything go well again. What an event overtook is delivered after the next event all the same.</summary>
    public void Clear() => _rules.Clear();

    /// <summary>Delivers an event again, as somebody does in the provider's dashboard.</summary>
    /// <param name="delivery">One of <see cref="Deliveries"/>.</param>
    public void Repeat(LocalDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        _pump.Enqueue(delivery);
    }

    /// <summary>
    /// Waits until everything that is due now was delivered or has failed. What is due later on the provider's clock (late webhooks,
    /// redeliveries) is not waited for.
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
