using System.Text.Json;
using RabbitMQ.Client.Events;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Distributes the partitions among the instances: each of them determines the members, computes the same shares, releases partitions that
/// are no longer its own, and receives from its own.
/// </summary>
/// <remarks>
/// Instances may disagree for a moment. That costs time and breaks nothing: the broker lets one of them at a time receive from a queue.
/// Timing uses the system clock, like the timeouts of the network.
/// </remarks>
internal sealed class Fleet(
    BrokerAddress address, ReceiverServices services, TopologyKeeper topology, BrokerConnection telling, DeadLetterReceiver? deadLetters)
    : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Greeting = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan EndsEvery = TimeSpan.FromSeconds(30);
    private static readonly DeliveryLane[] Lanes = Enum.GetValues<DeliveryLane>();

    private readonly Lock _gate = new();
    private readonly Guid _id = Guid.NewGuid();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _ended = new();
    private readonly MemberBook _book = new(TimeProvider.System);
    private readonly ReceivedPartitions _received = new(services);
    private readonly BrokerConnection _receiving = new(address, "receiving", services.Logger);
    private MemberChannel? _members;
    private IChannel? _dead;
    private Topology _topology = Topology.Unknown;
    private long _preparedAt;
    private volatile int _latest;
    private volatile int _largestPrefetch;
    private volatile bool _works;
    private int _toldGeneration;
    private bool _isKnown;
    private (int Members, int Mine) _told;
    private Task? _running;

    /// <summary>Gets the generations of partitions, oldest first; none until the broker has responded.</summary>
    public IReadOnlyList<Generation> Generations => Volatile.Read(ref _topology).Generations;

    /// <summary>Gets a value indicating whether it listens, or tries to.</summary>
    public bool IsStarted => Volatile.Read(ref _running) is not null;

    /// <summary>Gets the last reports of the other instances.</summary>
    public IEnumerable<MemberReport> Others => _book.Members.Where(one => one.Id != _id);

    public IReadOnlyList<Partition> Received => _received.List();

    /// <summary>Sets the topology and starts listening. Does nothing when it already listens.</summary>
    public void Start(Topology prepared)
    {
        Take(prepared);
        _preparedAt = TimeProvider.System.GetTimestamp();
        using (ExecutionContext.SuppressFlow())
        {
            _running ??= Task.Run(RunAsync, CancellationToken.None);
        }
    }

    /// <summary>Takes a share of the partitions.</summary>
    public void Join()
    {
        if (!_works)
        {
            _isKnown = false;
            _works = true;
            Wake();
        }
    }

    /// <summary>Releases all partitions, as soon as the running events are done.</summary>
    public async ValueTask LeaveAsync(CancellationToken cancellationToken)
    {
        if (_works)
        {
            _works = false;
            await TellAsync(cancellationToken).ConfigureAwait(false);
            Wake();
        }
    }

    public void Wake()
    {
        lock (_gate)
        {
            if (!_ended.IsCancellationRequested && _wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }

    /// <summary>Returns the connection for checking queues.</summary>
    public ValueTask<IConnection> ConnectAsync(CancellationToken cancellationToken) => _receiving.GetAsync(cancellationToken);

    /// <summary>Sends the texts to forget to all instances.</summary>
    public async ValueTask TellToForgetAsync(BasicProperties properties, byte[] texts, CancellationToken cancellationToken)
    {
        if (_members is { } members)
        {
            await members.TellAsync(properties, texts, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await LeaveAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The others notice it, later.
        }

        await _ended.CancelAsync().ConfigureAwait(false);
        if (_running is { } running)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _received.CloseAsync().ConfigureAwait(false);

        if (_members is { } members)
        {
            await members.DisposeAsync().ConfigureAwait(false);
        }

        await _receiving.DisposeAsync().ConfigureAwait(false);
        _ended.Dispose();
        _wake.Dispose();
    }

    private async Task RunAsync()
    {
        CancellationToken ended = _ended.Token;
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await LookAsync(ended).ConfigureAwait(false);
            }
            catch (Exception exception) when (!ended.IsCancellationRequested)
            {
                // Whatever the broker throws: it may answer again later.
                RabbitMqLog.NoResponse(services.Logger, exception, Beat);
                await _received.CareAsync(ended).ConfigureAwait(false);
                await Task.Delay(Beat, TimeProvider.System, ended).ConfigureAwait(false);
            }

            await _wake.WaitAsync(Beat, ended).ConfigureAwait(false);
        }
    }

    private async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        IConnection connection = await _receiving.GetAsync(cancellationToken).ConfigureAwait(false);
        await ListenAsync(cancellationToken).ConfigureAwait(false);
        if (_works && !_isKnown)
        {
            await TellAsync(cancellationToken, asks: true).ConfigureAwait(false);
            await Task.Delay(Greeting, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            _isKnown = true;
        }
        else if (_works || _toldGeneration < Volatile.Read(ref _topology).Latest)
        {
            // An instance that only stores may have created more partitions.
            await TellAsync(cancellationToken).ConfigureAwait(false);
        }

        // While the broker accepts no messages, nobody receives heartbeats.
        if (telling.Blocked is null)
        {
            _book.ForgetSilent(services.Options.MemberTimeout);
        }

        await _received.CareAsync(cancellationToken).ConfigureAwait(false);
        HashSet<Partition> mine = await ShareAsync(connection, cancellationToken).ConfigureAwait(false);
        await _received.ReconcileAsync(connection, mine, Volatile.Read(ref _topology).Latest, cancellationToken).ConfigureAwait(false);
        if (_works && deadLetters is not null && _dead is not { IsOpen: true })
        {
            _dead = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            await deadLetters.ConsumeAsync(_dead, cancellationToken).ConfigureAwait(false);
        }
        else if (!_works && _dead is { IsOpen: true } dead)
        {
            await dead.CloseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ListenAsync(CancellationToken cancellationToken)
    {
        if (_members is { IsOpen: true })
        {
            return;
        }

        _members ??= new(services.Names, _receiving, telling, HearAsync);
        await _members.OpenAsync(cancellationToken).ConfigureAwait(false);
        _isKnown = false;
    }

    private async ValueTask HearAsync(BasicDeliverEventArgs message)
    {
        if (message.BasicProperties.Type == BrokerMessage.Forget)
        {
            await ForgetAsync(message).ConfigureAwait(false);
            return;
        }

        MemberReport? report;
        try
        {
            report = JsonSerializer.Deserialize(message.Body.Span, MemberJson.Default.MemberReport);
        }
        catch (JsonException)
        {
            // From a version with another format.
            return;
        }

        if (report is null)
        {
            return;
        }

        _latest = Math.Max(_latest, report.Generation);
        _largestPrefetch = Math.Max(_largestPrefetch, report.Prefetch);
        bool isNew = _book.Hear(report);
        if (isNew || (report.Asks && report.Id != _id) || report.Generation > Volatile.Read(ref _topology).Latest)
        {
            // Which also answers.
            Wake();
        }
    }

    private async ValueTask ForgetAsync(BasicDeliverEventArgs message)
    {
        if (!Guid.TryParseExact(message.BasicProperties.MessageId, "N", out Guid id))
        {
            return;
        }

        string[] texts = BrokerMessage.ReadTexts(message.Body);
        foreach (Backlog backlog in services.Backlogs)
        {
            foreach (SettledMessage settled in backlog.Forget(id, texts, BrokerMessage.StoredAtOf(message.BasicProperties)))
            {
                await settled.AcknowledgeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask TellAsync(CancellationToken cancellationToken, bool asks = false)
    {
        if (_members is { } members)
        {
            MemberReport report = new()
            {
                Id = _id,
                Works = _works,
                Asks = asks,
                Generation = Volatile.Read(ref _topology).Latest,
                Prefetch = services.Prefetch,
                Lanes = [.. services.Backlogs.Select(one => one.Measure())],
            };
            _book.Hear(report);
            await members.TellAsync(report, cancellationToken).ConfigureAwait(false);
            _toldGeneration = report.Generation;
        }
    }

    /// <summary>Returns the partitions from which this instance should receive.</summary>
    private async ValueTask<HashSet<Partition>> ShareAsync(IConnection connection, CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Generation> generations = Generations;
        if (!_works || generations.Count == 0)
        {
            return [];
        }

        IReadOnlySet<DeliveryLane>? settled = generations.Count > 1
            ? await topology.FindSettledAsync(connection, generations, cancellationToken).ConfigureAwait(false)
            : null;
        List<Partition> all = [];
        foreach (DeliveryLane lane in Lanes)
        {
            bool isSettled = settled?.Contains(lane) != false;
            all.AddRange(isSettled ? generations[^1].Of(lane) : generations.SkipLast(1).SelectMany(one => one.Of(lane)));
        }

        Dictionary<Guid, HashSet<Partition>> shares = PartitionShares.Divide(_book.Members.Select(one => one.Id).Append(_id), all);
        HashSet<Partition> mine = shares[_id];
        mine.ExceptWith(_received.Gone);
        if (_told != (shares.Count, mine.Count))
        {
            _told = (shares.Count, mine.Count);
            RabbitMqLog.Shared(services.Logger, shares.Count, mine.Count, all.Count);
        }

        return mine;
    }

    /// <summary>Reads the topology again when others report a later one, and periodically while it changes.</summary>
    private async ValueTask FollowAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Generation> known = Generations;
        bool isBehind = Volatile.Read(ref _topology).Latest < Math.Max(1, _latest) || services.Prefetch < _largestPrefetch;
        bool isChanging = known.Count > 1 && TimeProvider.System.GetElapsedTime(_preparedAt) > EndsEvery;
        if (isBehind || isChanging || _received.LacksQueue)
        {
            _received.LacksQueue = false;
            Take(await topology.PrepareAsync(cancellationToken).ConfigureAwait(false));
            _preparedAt = TimeProvider.System.GetTimestamp();
        }
    }

    private void Take(Topology prepared)
    {
        services.Prefetch = Math.Max(services.Prefetch, prepared.Prefetch);
        Volatile.Write(ref _topology, prepared);
    }
}
