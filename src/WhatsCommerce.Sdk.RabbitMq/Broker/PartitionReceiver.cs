using System.Collections.Concurrent;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Webhooks;

/// <summary>Receives from a partition and its parked events, on a separate channel.</summary>
/// <remarks>
/// <para>The broker lets one instance receive from a queue at a time. Parked events are older than the others: they are received first, up
/// to a fence message that this instance sends after them, so that it knows that it has all of them.</para>
/// <para>Ended only by closing the channel: then the broker requeues all unfinished events at once and in order. After a mere cancellation
/// the next instance would receive later events first.</para>
/// </remarks>
internal sealed class PartitionReceiver : IEventSource
{
    // Parked events do not use the prefetch of others.
    private const int ParkedPlaces = 10;

    /// <summary>How long handlers may continue before a partition is released anyway: the claims of events preserve the order.</summary>
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(30);

    // Nobody receives the fence of an instance that was killed.
    private static readonly TimeSpan FenceKept = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FencedEvery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    // The broker closes a channel that leaves a message unacknowledged for half an hour.
    private static readonly TimeSpan LongestHere = TimeSpan.FromMinutes(10);

    private readonly ReceiverServices _services;
    private readonly IChannel _channel;
    private readonly Backlog _backlog;
    private readonly Guid _fence = Guid.NewGuid();
    private readonly ConcurrentQueue<(ulong Tag, long Received)> _fencesOfOthers = [];
    private readonly long _openedAt = TimeProvider.System.GetTimestamp();
    private readonly Standstill _standstill = new(TimeProvider.System, LongestSilence);
    private long _received;
    private int _settled;
    private long _fencedAt;
    private long _releasedAt;
    private ulong _end;
    private int _emptyLooks;
    private volatile bool _isReleasing;
    private volatile bool _isClosed;
    private volatile bool _receivesAll;

    private PartitionReceiver(ReceiverServices services, IChannel channel, Partition partition)
    {
        (_services, _channel, Partition) = (services, channel, partition);
        _backlog = services.Backlogs[(int)partition.Lane];
        channel.ChannelShutdownAsync += (_, _) =>
        {
            GiveUp();
            return Task.CompletedTask;
        };
    }

    public Partition Partition { get; }

    /// <inheritdoc/>
    public bool IsOpen => !_isClosed && _channel.IsOpen;

    /// <inheritdoc/>
    public bool IsReleasing => _isReleasing;

    /// <summary>Gets a value indicating whether it receives from the partition, and not only waits for its turn.</summary>
    public bool ReceivesAll => _receivesAll && IsOpen;

    /// <summary>Gets a value indicating whether the queues were deleted, since a later generation has replaced them.</summary>
    public bool IsRetired { get; private set; }

    private string Queue => _services.Names.Queue(Partition);

    private string ParkedQueue => _services.Names.Parked(Partition);

    /// <summary>Starts receiving, as soon as the broker activates this consumer (single active consumer).</summary>
    public static async ValueTask<PartitionReceiver> OpenAsync(
        ReceiverServices services, IConnection connection, Partition partition, CancellationToken cancellationToken)
    {
        // One message at a time, whatever the connection is configured for: otherwise they would overtake each other here.
        IChannel channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: 1),
            cancellationToken).ConfigureAwait(false);
        PartitionReceiver receiver = new(services, channel, partition);
        try
        {
            int places = Math.Min(services.Prefetch * ParkedPlaces, ushort.MaxValue);
            await receiver.ConsumeAsync(receiver.ParkedQueue, (ushort)places, isParked: true, cancellationToken).ConfigureAwait(false);
            await receiver.FenceAsync(cancellationToken).ConfigureAwait(false);
            return receiver;
        }
        catch
        {
            await receiver.CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public SettledMessage Settle(ulong tag)
    {
        Interlocked.Increment(ref _settled);
        return new(this, tag);
    }

    /// <inheritdoc/>
    public async ValueTask AcknowledgeAsync(SettledMessage settled)
    {
        try
        {
            await AcknowledgeAsync(settled.Tag).ConfigureAwait(false);
        }
        finally
        {
            if (Interlocked.Decrement(ref _settled) == 0 && _isReleasing)
            {
                _services.Wake();
            }
        }
    }

    /// <summary>Starts no further event, and closes when the running ones are done and acknowledged.</summary>
    public void Release()
    {
        if (!_isReleasing)
        {
            _releasedAt = TimeProvider.System.GetTimestamp();
            _isReleasing = true;
        }
    }

    /// <summary>Performs the periodic work.</summary>
    public async ValueTask CareAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen)
        {
            await CloseAsync().ConfigureAwait(false);
            return;
        }

        if (!_isReleasing && TimeProvider.System.GetElapsedTime(_openedAt) > LongestHere && _backlog.LongestHere(this) > LongestHere)
        {
            Release();
        }

        if (_isReleasing)
        {
            bool isBusy = _backlog.IsRunning(this) || Volatile.Read(ref _settled) > 0;
            if (!isBusy || TimeProvider.System.GetElapsedTime(_releasedAt) > ReleaseLimit)
            {
                await CloseAsync().ConfigureAwait(false);
            }

            return;
        }

        await CareForFencesAsync(cancellationToken).ConfigureAwait(false);
        if (_receivesAll)
        {
            await ParkAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_end > 0)
        {
            await RetireAsync(cancellationToken).ConfigureAwait(false);
        }

        await EndStandstillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns all unfinished events to the broker.</summary>
    public async ValueTask CloseAsync()
    {
        GiveUp();
        await _channel.AbortAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _channel.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask AcknowledgeAsync(ulong tag)
    {
        if (!IsOpen)
        {
            return;
        }

        try
        {
            await _channel.BasicAckAsync(tag, multiple: false, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is AlreadyClosedException or OperationInterruptedException or ObjectDisposedException)
        {
            // Delivered again, to whichever instance receives from it then.
        }
    }

    private void GiveUp()
    {
        if (!_isClosed)
        {
            // In this order: nothing is added any more when the backlog drops its events.
            _isClosed = true;
            _backlog.Detach(this);
            _services.Wake();
        }
    }

    private async ValueTask ConsumeAsync(string queue, ushort places, bool isParked, CancellationToken cancellationToken)
    {
        await _channel.BasicQosAsync(0, places, global: false, cancellationToken).ConfigureAwait(false);
        AsyncEventingBasicConsumer consumer = new(_channel);
        consumer.ReceivedAsync += (_, message) => ReceiveAsync(message, isParked);

        // The broker cancels the consumer when the queue is deleted.
        consumer.UnregisteredAsync += (_, _) =>
        {
            GiveUp();
            return Task.CompletedTask;
        };
        await _channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReceiveAsync(BasicDeliverEventArgs message, bool isParked)
    {
        Interlocked.Increment(ref _received);
        IReadOnlyBasicProperties properties = message.BasicProperties;
        switch (properties.Type)
        {
            case BrokerMessage.Fence:
                await PassFenceAsync(message).ConfigureAwait(false);
                break;
            case BrokerMessage.End:
                ulong former = _end;
                _end = message.DeliveryTag;
                if (former > 0)
                {
                    await AcknowledgeAsync(former).ConfigureAwait(false);
                }

                break;
            case BrokerMessage.Forget when Guid.TryParseExact(properties.MessageId, "N", out Guid id):
                await ForgetAsync(id, message).ConfigureAwait(false);
                break;
            default:
                await AddAsync(message, isParked).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask FenceAsync(CancellationToken cancellationToken)
    {
        _fencedAt = TimeProvider.System.GetTimestamp();
        BasicProperties fence = BrokerMessage.WriteOwn(BrokerMessage.Fence, _fence, _services.Now);
        await _services.Publisher.PublishAsync([new("", ParkedQueue, fence, ReadOnlyMemory<byte>.Empty)], cancellationToken)
            .ConfigureAwait(false);
    }

    private async ValueTask PassFenceAsync(BasicDeliverEventArgs message)
    {
        if (message.BasicProperties.MessageId != _fence.ToString("N"))
        {
            // Of an instance that waits for its turn: it gets the fence from the broker when this channel is closed.
            _fencesOfOthers.Enqueue((message.DeliveryTag, TimeProvider.System.GetTimestamp()));
            return;
        }

        if (!_receivesAll)
        {
            try
            {
                await ConsumeAsync(Queue, (ushort)_services.Prefetch, isParked: false, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // Whatever the broker throws: nobody else hears of it, and the next channel tries again.
                RabbitMqLog.NotReceived(_services.Logger, exception, Queue);
                GiveUp();
                return;
            }

            _receivesAll = true;
        }

        await AcknowledgeAsync(message.DeliveryTag).ConfigureAwait(false);
    }

    /// <summary>Removes fences that nobody received in time, and sends a new one if this instance's may have been removed.</summary>
    private async ValueTask CareForFencesAsync(CancellationToken cancellationToken)
    {
        while (_fencesOfOthers.TryPeek(out (ulong Tag, long Received) oldest)
            && TimeProvider.System.GetElapsedTime(oldest.Received) > FenceKept
            && _fencesOfOthers.TryDequeue(out _))
        {
            await AcknowledgeAsync(oldest.Tag).ConfigureAwait(false);
        }

        if (!_receivesAll && TimeProvider.System.GetElapsedTime(_fencedAt) > FencedEvery)
        {
            await FenceAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AddAsync(BasicDeliverEventArgs message, bool isParked)
    {
        if (BrokerMessage.Read(Partition.Lane, message.BasicProperties, message.Body) is not { } received)
        {
            RabbitMqLog.Foreign(_services.Logger, Queue);
            await _channel.BasicRejectAsync(message.DeliveryTag, requeue: false, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        SettledMessage? spare = _backlog.Add(this, message.DeliveryTag, isParked, received);
        _services.Arrivals.Signal(Partition.Lane);
        if (spare is { } settled)
        {
            await settled.AcknowledgeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask ForgetAsync(Guid id, BasicDeliverEventArgs message)
    {
        foreach (SettledMessage settled in _backlog.Forget(
            id, BrokerMessage.ReadTexts(message.Body), BrokerMessage.StoredAtOf(message.BasicProperties)))
        {
            await settled.AcknowledgeAsync().ConfigureAwait(false);
        }

        await AcknowledgeAsync(message.DeliveryTag).ConfigureAwait(false);
    }

    /// <summary>
    /// Moves events that use too much of the prefetch to the parking queue; a parked copy that returns replaces the original.
    /// </summary>
    private async ValueTask ParkAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<BacklogEvent> parked = _backlog.PickToPark(this, _services.Prefetch);
        if (parked.Count == 0)
        {
            return;
        }

        RabbitMqLog.Parked(_services.Logger, Queue, parked.Count);
        try
        {
            await _services.Publisher.PublishAsync(
                [.. parked.Select(one => new OutgoingMessage(
                    "", ParkedQueue, BrokerMessage.Write(one.Queued, one.StoredAt, one.Retries), one.Queued.Body))],
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            foreach (BacklogEvent one in parked)
            {
                one.IsBeingParked = false;
            }

            throw;
        }
    }

    /// <summary>Counts the messages that wait in the broker and were not sent to this instance.</summary>
    private async ValueTask<long> CountWaitingAsync(CancellationToken cancellationToken) =>
        (long)await _channel.MessageCountAsync(Queue, cancellationToken).ConfigureAwait(false)
        + await _channel.MessageCountAsync(ParkedQueue, cancellationToken).ConfigureAwait(false);

    /// <summary>Closes the channel if messages wait although none arrives: the next channel receives them.</summary>
    private async ValueTask EndStandstillAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen || !_standstill.IsDue(Interlocked.Read(ref _received), _backlog.HasAny(this)))
        {
            return;
        }

        long waiting = await CountWaitingAsync(cancellationToken).ConfigureAwait(false);
        if (waiting > 0)
        {
            RabbitMqLog.StandsStill(_services.Logger, Queue, waiting);
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Deletes the queues of a former generation: after their last message, when all earlier ones are done.</summary>
    private async ValueTask RetireAsync(CancellationToken cancellationToken)
    {
        bool isEmpty = !_backlog.HasAny(this) && await CountWaitingAsync(cancellationToken).ConfigureAwait(false) == 0;
        _emptyLooks = isEmpty ? _emptyLooks + 1 : 0;
        if (_emptyLooks < 3 || _backlog.HasAny(this))
        {
            return;
        }

        IsRetired = true;
        await AcknowledgeAsync(_end).ConfigureAwait(false);
        RabbitMqLog.Retired(_services.Logger, Queue);
        await _channel.QueueDeleteAsync(ParkedQueue, cancellationToken: cancellationToken).ConfigureAwait(false);
        await _channel.QueueDeleteAsync(Queue, cancellationToken: cancellationToken).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }
}
