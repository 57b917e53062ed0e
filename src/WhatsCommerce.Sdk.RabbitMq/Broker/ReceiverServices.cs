namespace WhatsCommerce.Webhooks;

/// <summary>What the receivers of an instance share.</summary>
internal sealed class ReceiverServices(RabbitMqOptions options, TimeProvider time, Action wake)
{
    private volatile int _prefetch = options.Prefetch;

    public RabbitMqOptions Options => options;

    public required BrokerNames Names { get; init; }
    public required Publisher Publisher { get; init; }

    /// <summary>Gets the backlogs, by lane.</summary>
    public required IReadOnlyList<Backlog> Backlogs { get; init; }

    public required Arrivals Arrivals { get; init; }
    public required ILogger Logger { get; init; }

    /// <summary>Gets or sets <see cref="Topology.Prefetch"/>.</summary>
    public int Prefetch
    {
        get => _prefetch;
        set => _prefetch = value;
    }

    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Lets the instance look after its partitions at once.</summary>
    public void Wake() => wake();
}
