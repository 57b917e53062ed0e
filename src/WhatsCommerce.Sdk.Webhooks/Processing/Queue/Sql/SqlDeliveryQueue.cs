using System.Data.Common;

namespace WhatsCommerce.Webhooks;

/// <summary>Represents a delivery queue in the app's database. PostgreSQL supports many instances, a SQLite file one process.</summary>
/// <remarks>
/// One writer batches appends into transactions, another the results of leases: so one commit serves many calls, and the events that an
/// instance received are stored in that order.
/// </remarks>
internal sealed class SqlDeliveryQueue : IDeliveryQueue, IAsyncDisposable, IDisposable
{
    private const string Channel = "queue";
    private const int MostBytesOfAGroup = 4 * 1024 * 1024;
    private const int BytesOfAnEvent = 2 * 1024;
    private const int MostFinishedOfAGroup = 256;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly WhatsCommerceDatabase _database;
    private readonly DatabaseReadiness _readiness;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly QueueStatements _statements;
    private readonly Arrivals _arrivals;
    private readonly GroupedCalls<IReadOnlyList<QueuedEvent>, bool> _appends;
    private readonly GroupedCalls<(ConversationLease Lease, ConversationOutcome Outcome), bool> _finishes;
    private readonly CancellationTokenSource _disposed = new();
    private readonly long[] _nextTenants =
        [.. Enumerable.Repeat(long.MinValue, Enum.GetValues<DeliveryLane>().Length)];

    private readonly Lock _gate = new();
    private Task? _listening;

    public SqlDeliveryQueue(WhatsCommerceDatabase database, bool isDevelopment, TimeProvider time, ILogger logger)
    {
        _database = database;
        _readiness = new(database, isDevelopment);
        _time = time;
        _logger = logger;
        _statements = new(database, time);
        _arrivals = new(time);
        _appends = new(WriteAsync, MostBytesOfAGroup, static events => events.Sum(one => one.Body.Length + BytesOfAnEvent));
        _finishes = new(WriteAsync, MostFinishedOfAGroup);
    }

    public async ValueTask StartAsync(CancellationToken cancellationToken = default) =>
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);

    public async ValueTask AppendAsync(IReadOnlyList<QueuedEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count > 0)
        {
            await _appends.CallAsync(events).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<IReadOnlyList<ConversationLease>> LeaseAsync(
        DeliveryLane lane, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        Guid owner = Guid.NewGuid();
        long from = Volatile.Read(ref _nextTenants[(int)lane]);
        IReadOnlyList<long> tenants = await PickAsync(from, limit).ConfigureAwait(false);
        int count = tenants.Count;
        if (count < limit && from != long.MinValue)
        {
            tenants = await PickAsync(long.MinValue, limit - count).ConfigureAwait(false);
            count += tenants.Count;
        }

        // The next lookup starts after the last tenant; if everything was taken, it starts at the beginning.
        Volatile.Write(
            ref _nextTenants[(int)lane],
            count == limit && tenants.Count > 0 && tenants.Max() is var last and < long.MaxValue ? last + 1 : long.MinValue);
        return count == 0 ? [] : await ReadAsync(lane, owner, cancellationToken).ConfigureAwait(false);

        async ValueTask<IReadOnlyList<long>> PickAsync(long tenant, int most) => await _database.ReadAsync(
            _statements.Lease(lane, tenant, most, owner, lease), static row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<ConversationLease>> RenewAsync(
        IReadOnlyList<ConversationLease> leases, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(leases);
        List<ConversationLease> held = [];
        foreach (IGrouping<Guid, ConversationLease> owned in leases.GroupBy(one => one.Owner))
        {
            IReadOnlyList<(Guid, long)> renewed = await _database.ReadAsync(
                _statements.Renew(owned.Key, lease),
                row => (_statements.ReadId(row, 0), row.GetInt64(1)),
                cancellationToken).ConfigureAwait(false);
            held.AddRange(owned.Where(one => renewed.Contains((one.Conversation, one.Fence))));
        }

        return held;
    }

    public async ValueTask FinishAsync(
        ConversationLease lease, ConversationOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(outcome);
        await _finishes.CallAsync((lease, outcome)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask WaitAsync(DeliveryLane lane, TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        Listen();
        return _arrivals.WaitAsync(lane, atMost, cancellationToken);
    }

    public async ValueTask ForgetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        foreach (string text in texts)
        {
            IReadOnlyList<Guid> found = await _database.ReadAsync(
                _statements.Find(text), row => _statements.ReadId(row, 0), cancellationToken).ConfigureAwait(false);
            foreach (Guid conversation in found)
            {
                // One conversation per transaction cannot deadlock.
                cancellationToken.ThrowIfCancellationRequested();
                await RunAsync([.. _statements.Forget(conversation, text)]).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask<IReadOnlyList<LaneDepth>> MeasureAsync(CancellationToken cancellationToken = default)
    {
        await _readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await _database.ReadAsync(
            _statements.Measure(),
            static row => new LaneDepth
            {
                Lane = (DeliveryLane)row.GetInt64(0),
                Events = row.GetInt64(1),
                Conversations = row.GetInt64(2),
                Leased = row.GetInt64(3),
                Oldest = TimeSpan.FromMilliseconds(Math.Max(0, row.GetInt64(4))),
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync().ConfigureAwait(false);
        await _appends.CompleteAsync().ConfigureAwait(false);
        await _finishes.CompleteAsync().ConfigureAwait(false);
        if (_listening is { } listening)
        {
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _disposed.Dispose();
        _readiness.Dispose();
        _arrivals.Dispose();
    }

    /// <summary>Ends without waiting for pending writes.</summary>
    public void Dispose()
    {
        _disposed.Cancel();
        _appends.Complete();
        _finishes.Complete();
    }

    /// <summary>Stores a group of deliveries, and notifies the other instances once.</summary>
    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<IReadOnlyList<QueuedEvent>> deliveries)
    {
        await _readiness.PrepareAsync(CancellationToken.None).ConfigureAwait(false);
        QueuedEvent[] events = [.. deliveries.SelectMany(one => one)];
        List<DatabaseStatement> statements = [.. _statements.Append(events)];
        if (_database.Notification(Channel) is { } notification)
        {
            statements.Add(notification);
        }

        await RunAsync(statements).ConfigureAwait(false);
        foreach (DeliveryLane lane in events.Select(one => one.Lane).Distinct())
        {
            _arrivals.Signal(lane);
        }

        return [.. deliveries.Select(static _ => true)];
    }

    private async Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<(ConversationLease Lease, ConversationOutcome Outcome)> finished)
    {
        await RunAsync([.. _statements.Finish(finished)]).ConfigureAwait(false);
        return [.. finished.Select(static _ => true)];
    }

    private async ValueTask RunAsync(List<DatabaseStatement> statements)
    {
        int refused = await _database.WriteAsync(statements, CancellationToken.None).ConfigureAwait(false);
        if (refused != WhatsCommerceDatabase.Written)
        {
            throw new InvalidOperationException($"The database refused a statement of the delivery queue: {statements[refused].Sql}");
        }
    }

    private async ValueTask<IReadOnlyList<ConversationLease>> ReadAsync(
        DeliveryLane lane, Guid owner, CancellationToken cancellationToken)
    {
        IReadOnlyList<(ConversationLease Lease, LeasedEvent? Event)> rows = await _database.ReadAsync(
            _statements.Read(lane, owner), row => (ReadLease(row, owner), ReadEvent(row)), cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(row => row.Lease.Conversation).Select(one => new ConversationLease
            {
                Conversation = one.Key,
                Lane = one.First().Lease.Lane,
                Tenant = one.First().Lease.Tenant,
                Fence = one.First().Lease.Fence,
                Owner = owner,
                Version = one.First().Lease.Version,
                Events = [.. one.Select(row => row.Event).OfType<LeasedEvent>()],
            }),
        ];
    }

    private ConversationLease ReadLease(DbDataReader row, Guid owner) => new()
    {
        Conversation = _statements.ReadId(row, 0),
        Lane = (DeliveryLane)row.GetInt64(1),
        Tenant = row.GetInt64(2),
        Fence = row.GetInt64(3),
        Owner = owner,
        Version = row.GetInt64(4),
        Events = [],
    };

    private static LeasedEvent? ReadEvent(DbDataReader row) => row.IsDBNull(5) ? null : new()
    {
        Sequence = row.GetInt64(5),
        EndpointName = row.GetString(6),
        EventKey = row.IsDBNull(7) ? null : row.GetString(7),
        Body = (byte[])row.GetValue(8),
        Retries = (int)row.GetInt64(9),
        Waited = TimeSpan.FromMilliseconds(Math.Max(0, row.GetInt64(10))),
    };

    /// <summary>Starts listening for events that other instances store, at the first wait.</summary>
    private void Listen()
    {
        if (_listening is null)
        {
            lock (_gate)
            {
                _listening ??= Task.Run(ListenAsync, CancellationToken.None);
            }
        }
    }

    private async Task ListenAsync()
    {
        for (TimeSpan pause = TimeSpan.FromSeconds(1); ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            try
            {
                await _database.ListenAsync(
                    Channel,
                    () =>
                    {
                        pause = TimeSpan.FromSeconds(1);
                        _arrivals.SignalAll();
                    },
                    _disposed.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (!_disposed.IsCancellationRequested)
            {
                // Whatever the connection throws: what is not heard is found by polling.
                QueueLog.Deaf(_logger, exception, pause);
            }

            await Task.Delay(pause, _time, _disposed.Token).ConfigureAwait(false);
        }
    }
}
