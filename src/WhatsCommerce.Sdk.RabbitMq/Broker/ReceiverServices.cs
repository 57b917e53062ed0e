namespace WhatsCommerce.Webhooks;

/// <summary>The services that the receivers of an instance share.</summary>
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

    /// <summary>Makes the instance check its partitions immediately.</summary>
    public void Wake() => wake();
}
