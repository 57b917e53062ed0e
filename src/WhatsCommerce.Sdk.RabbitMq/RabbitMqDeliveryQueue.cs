using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Webhooks;

/// <summary>An <see cref="IDeliveryQueue"/> on quorum queues of RabbitMQ.</summary>
/// <remarks>
/// <para>Registered by <c>UseRabbitMq</c>. Each lane is divided among partitions by conversation, and the partitions among the instances.
/// An instance prefetches up to <see cref="RabbitMqOptions.Prefetch"/> events of a partition, and leases from those. An event is
/// acknowledged when it is done.</para>
/// <para>A partition may pass to another instance at any time. Then both may have the same events for a moment, and the claims of the
/// <see cref="IWebhookStore"/> decide: several instances need a shared one, such as that of PostgreSQL.</para>
/// <para>The events of one <see cref="AppendAsync"/> are separate messages: when it throws, some may be stored.</para>
/// </remarks>
public sealed class RabbitMqDeliveryQueue : IDeliveryQueue, IDisposable, IAsyncDisposable
{
    private readonly BrokerNames _names;
    private readonly Backlog[] _backlogs;
    private readonly Arrivals _arrivals;
    private readonly TopologyKeeper _topology;
    private readonly BrokerConnection _publishing;
    private readonly Publisher _publisher;
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly string[] _exchanges;
    private volatile bool _isStarted;
    private int _isDisposed;

    /// <summary>Initializes a queue. It connects at first use.</summary>
    /// <param name="options">The options.</param>
    /// <param name="deadLetters">
    /// Where messages that the broker dead-lettered are kept; <see langword="null"/> leaves them in the queue <c>.dead</c>. Called when the
    /// first one arrives.
    /// </param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <param name="logger">Logs events of the broker.</param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="RabbitMqOptions.ConnectionString"/> is not a valid broker URI.
    /// </exception>
    public RabbitMqDeliveryQueue(
        RabbitMqOptions options,
        Func<IDeadLetterStore>? deadLetters = null,
        TimeProvider? timeProvider = null,
        ILogger? logger = null)
    {
        options = RabbitMqOptionsValidator.Checked(options);
        _time = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _names = new(options.Prefix);
        DeliveryLane[] lanes = Enum.GetValues<DeliveryLane>();
        _exchanges = [.. lanes.Select(_names.Lane)];
        _backlogs = [.. lanes.Select(lane => new Backlog(lane, _time))];
        _arrivals = new(_time);
        BrokerAddress address = new(options);
        _topology = new(address, _names, options, _time, _logger);
        _publishing = new(address, "publishing", _logger);
        _publisher = new(_publishing, options);
        ReceiverServices services = new(options, _time, () => _fleet?.Wake())
        {
            Names = _names,
            Publisher = _publisher,
            Backlogs = _backlogs,
            Arrivals = _arrivals,
            Logger = _logger,
        };
        _fleet = new(
            address,
            services,
            _topology,
            _publishing,
            deadLetters is null ? null : new(_names.Dead, deadLetters, _time, _logger));
    }

    /// <summary>Gets how many messages of a lane this instance has received.</summary>
    internal long ReceivedOf(DeliveryLane lane) => _backlogs[(int)lane].Received;

    internal IReadOnlyList<Partition> Received => _fleet.Received;

    internal IReadOnlyList<Generation> Generations => _fleet.Generations;

    /// <inheritdoc/>
    /// <remarks>The app starts even if the broker does not respond: deliveries are answered with 500 until it does.</remarks>
    public async ValueTask StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or OperationInterruptedException)
        {
            RabbitMqLog.NoResponse(_logger, exception, TimeSpan.FromSeconds(1));
            _fleet.Start(Topology.Unknown);
        }
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        if (events.Count == 0)
        {
            return;
        }

        if (!_isStarted)
        {
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        OutgoingMessage[] messages =
        [
            .. events.Select(one => new OutgoingMessage(
                _exchanges[(int)one.Lane], Slots.KeyOf(one.Conversation), BrokerMessage.Write(one, now), one.Body)),
        ];
        await _publisher.PublishAsync(messages, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The first call makes this instance take a share of the partitions; their events arrive some time later.</remarks>
    public async ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
        DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (!_fleet.IsStarted)
        {
            await PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        _fleet.Join();
        return _backlogs[(int)lane].Lease(limit, lease);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
        IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        return new([.. leases.GroupBy(one => one.Lane).SelectMany(one => _backlogs[(int)one.Key].Renew([.. one], lease))]);
    }

    /// <inheritdoc/>
    public async ValueTask FinishAsync(
        ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(outcome);
        foreach (SettledMessage settled in _backlogs[(int)lease.Lane].Finish(lease, outcome))
        {
            await settled.AcknowledgeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        _fleet.Join();
        return _arrivals.WaitAsync(lane, atMost, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Events that instances have received are removed at once. Events that still wait in the broker are removed when they are received, by
    /// each instance that runs now; an instance that starts later gets the texts from a message at the end of each queue, and may run
    /// events before it.
    /// </remarks>
    public async ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0)
        {
            return;
        }

        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        Guid id = Guid.NewGuid();
        long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        BasicProperties properties = BrokerMessage.WriteOwn(BrokerMessage.Forget, id, now);
        byte[] body = BrokerMessage.WriteTexts(texts);
        foreach (SettledMessage settled in _backlogs.SelectMany(backlog => backlog.Forget(id, texts, now)).ToArray())
        {
            await settled.AcknowledgeAsync().ConfigureAwait(false);
        }

        await _fleet.TellToForgetAsync(properties, body, cancellationToken).ConfigureAwait(false);
        foreach (Partition partition in _fleet.Generations.SelectMany(one => Enum.GetValues<DeliveryLane>().SelectMany(one.Of)))
        {
            try
            {
                OutgoingMessage message = new("", _names.Queue(partition), properties, body);
                await _publisher.PublishAsync([message], cancellationToken).ConfigureAwait(false);
            }
            catch (PublishException exception) when (exception.IsReturn && partition.Generation < _fleet.Generations[^1].Number)
            {
                // Deleted, because it was empty.
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// For events that wait in the broker, and were not received by an instance, neither conversations nor ages are known.
    /// </remarks>
    public async ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        LaneReport[] reports = [.. _backlogs.Select(one => one.Measure()), .. _fleet.Others.SelectMany(one => one.Lanes)];
        Dictionary<DeliveryLane, long> waiting = await CountAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. Enum.GetValues<DeliveryLane>().Select(lane =>
            {
                LaneReport[] own = [.. reports.Where(one => one.Lane == lane)];
                long ready = waiting.GetValueOrDefault(lane);
                return new LaneDepth
                {
                    Lane = lane,
                    Events = ready + own.Sum(one => (long)one.Events),
                    Conversations = Math.Max(own.Sum(one => (long)one.Conversations), ready > 0 ? 1 : 0),
                    Leased = own.Sum(one => (long)one.Leased),
                    Oldest = TimeSpan.FromMilliseconds(own.Select(one => one.OldestMilliseconds).DefaultIfEmpty(0).Max()),
                };
            }).Where(one => one.Events > 0 || one.Conversations > 0),
        ];
    }

    /// <summary>Releases received events without a lease to the other instances, and the others when they are finished.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public ValueTask StopAsync(CancellationToken cancellationToken = default) => _fleet.LeaveAsync(cancellationToken);

    /// <summary>Closes the connections. Unfinished events return to the broker.</summary>
    /// <returns>A task that completes when they are closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        await _fleet.DisposeAsync().ConfigureAwait(false);
        await _publisher.DisposeAsync().ConfigureAwait(false);
        await _publishing.DisposeAsync().ConfigureAwait(false);
        _arrivals.Dispose();
        _starting.Dispose();
    }

    /// <summary>Closes the connections in the background.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask().ContinueWith(
        static closed => _ = closed.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isStarted)
        {
            return;
        }

        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isStarted)
            {
                _fleet.Start(await _topology.PrepareAsync(cancellationToken).ConfigureAwait(false));
                _isStarted = true;
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Counts the events that wait in the broker and were not received by any instance.</summary>
    private async ValueTask<Dictionary<DeliveryLane, long>> CountAsync(CancellationToken cancellationToken)
    {
        IConnection connection = await _fleet.ConnectAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<DeliveryLane, long> waiting = [];
        IReadOnlyList<Generation> generations = _fleet.Generations;
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (Partition partition in generations.SelectMany(one => Enum.GetValues<DeliveryLane>().SelectMany(one.Of)))
            {
                try
                {
                    waiting[partition.Lane] = waiting.GetValueOrDefault(partition.Lane)
                        + await channel.MessageCountAsync(_names.Queue(partition), cancellationToken).ConfigureAwait(false)
                        + await channel.MessageCountAsync(_names.Parked(partition), cancellationToken).ConfigureAwait(false);
                }
                catch (OperationInterruptedException exception) when (
                    exception.ShutdownReason?.ReplyCode == Constants.NotFound && partition.Generation < generations[^1].Number)
                {
                    // Deleted, because it was empty. The broker has closed the channel.
                    await channel.DisposeAsync().ConfigureAwait(false);
                    channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await channel.DisposeAsync().ConfigureAwait(false);
        }

        return waiting;
    }
}
