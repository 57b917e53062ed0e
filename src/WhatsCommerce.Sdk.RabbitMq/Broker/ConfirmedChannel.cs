using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Webhooks;

/// <summary>A channel that reports for each message when the broker has stored it (publisher confirms).</summary>
/// <remarks>
/// The client can track confirmations itself, with a task for each message and a lock around each publish. Here one caller publishes at a
/// time, so that the sequence numbers are known, and a confirmation of many messages is a loop over their numbers.
/// </remarks>
internal sealed class ConfirmedChannel : IAsyncDisposable
{
    private readonly IChannel _channel;
    private readonly SemaphoreSlim _places;
    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, (PublishCall Call, string? MessageId)> _unconfirmed = [];
    private ulong _oldest = 1;
    private ulong _next = 1;
    private ShutdownEventArgs? _closed;
    private volatile bool _isBroken;

    private ConfirmedChannel(IChannel channel, int places)
    {
        _channel = channel;
        _places = new(places);
        channel.BasicAcksAsync += (_, ack) => Confirm(ack.DeliveryTag, ack.Multiple, isStored: true);
        channel.BasicNacksAsync += (_, nack) => Confirm(nack.DeliveryTag, nack.Multiple, isStored: false);
        channel.BasicReturnAsync += (_, returned) => Return(returned);
        channel.ChannelShutdownAsync += (_, reason) => Close(reason);
    }

    public bool IsOpen => !_isBroken && _channel.IsOpen;

    /// <param name="connection">The connection.</param>
    /// <param name="places">The maximum number of unconfirmed messages.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async ValueTask<ConfirmedChannel> OpenAsync(IConnection connection, int places, CancellationToken cancellationToken)
    {
        CreateChannelOptions confirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);
        return new(await connection.CreateChannelAsync(confirms, cancellationToken).ConfigureAwait(false), places);
    }

    /// <summary>
    /// Publishes a message, when there are few enough unconfirmed ones. The next one may be published when the task completes.
    /// </summary>
    public async ValueTask PublishAsync(PublishCall call, OutgoingMessage message, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_closed is not null)
            {
                throw new AlreadyClosedException(_closed);
            }

            _unconfirmed.Add(_next++, (call, message.Properties.MessageId));
        }

        try
        {
            // Mandatory: a message that no queue accepts is an error, and not confirmed silently.
            await _channel.BasicPublishAsync(
                message.Exchange, message.RoutingKey, mandatory: true, message.Properties, message.Body, cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            // It is unknown whether the client has counted the message.
            _isBroken = true;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.AbortAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _channel.DisposeAsync().ConfigureAwait(false);
        await Close(new(ShutdownInitiator.Application, Constants.ReplySuccess, "Closed")).ConfigureAwait(false);
    }

    private Task Confirm(ulong number, bool isMultiple, bool isStored)
    {
        if (!isMultiple)
        {
            End(number, isStored);
            return Task.CompletedTask;
        }

        for (; _oldest <= number; _oldest++)
        {
            End(_oldest, isStored);
        }

        return Task.CompletedTask;
    }

    private void End(ulong number, bool isStored)
    {
        (PublishCall Call, string? MessageId) ended;
        lock (_gate)
        {
            if (!_unconfirmed.Remove(number, out ended))
            {
                return;
            }
        }

        _places.Release();
        if (isStored)
        {
            ended.Call.Confirm();
        }
        else
        {
            ended.Call.Fail(new PublishException(number, isReturn: false));
        }
    }

    // Returned before it is confirmed. Two deliveries of one event have the same id: both go to the same queue, or to none.
    private Task Return(BasicReturnEventArgs returned)
    {
        (ulong Number, PublishCall Call)[] found;
        lock (_gate)
        {
            found =
            [
                .. _unconfirmed.Where(one => one.Value.MessageId == returned.BasicProperties.MessageId)
                    .Select(static one => (one.Key, one.Value.Call)),
            ];
        }

        foreach ((ulong number, PublishCall call) in found)
        {
            call.Fail(new PublishReturnException(
                number, "No queue takes the message.", returned.Exchange, returned.RoutingKey, returned.ReplyCode, returned.ReplyText));
        }

        return Task.CompletedTask;
    }

    /// <summary>Fails all unconfirmed messages: they may or may not be stored.</summary>
    private Task Close(ShutdownEventArgs reason)
    {
        PublishCall[] lost;
        lock (_gate)
        {
            _closed ??= reason;
            lost = [.. _unconfirmed.Values.Select(static one => one.Call)];
            _unconfirmed.Clear();
        }

        AlreadyClosedException exception = new(reason);
        foreach (PublishCall call in lost)
        {
            call.Fail(exception);
        }

        if (lost.Length > 0)
        {
            _places.Release(lost.Length);
        }

        return Task.CompletedTask;
    }
}
