using System.Text.Json;
using RabbitMQ.Client.Events;

namespace WhatsCommerce.Webhooks;

/// <summary>Sends heartbeats to the other instances, and receives theirs.</summary>
/// <remarks>Nothing is stored: only running instances need to receive them.</remarks>
internal sealed class MemberChannel(
    BrokerNames names, BrokerConnection hearing, BrokerConnection telling, Func<BasicDeliverEventArgs, ValueTask> heard) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private IChannel? _hears;
    private IChannel? _tells;

    /// <summary>Gets a value indicating whether it receives heartbeats.</summary>
    public bool IsOpen => _hears is { IsOpen: true };

    /// <summary>Starts listening, again after the connection was lost.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        IConnection connection = await hearing.GetAsync(cancellationToken).ConfigureAwait(false);
        _hears = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        QueueDeclareOk queue = await _hears.QueueDeclareAsync(
            "", durable: false, exclusive: true, autoDelete: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await _hears.QueueBindAsync(queue.QueueName, names.Members, "", cancellationToken: cancellationToken).ConfigureAwait(false);
        AsyncEventingBasicConsumer consumer = new(_hears);
        consumer.ReceivedAsync += (_, message) => heard(message).AsTask();
        await _hears.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask TellAsync(MemberReport report, CancellationToken cancellationToken) => TellAsync(
        new BasicProperties(), JsonSerializer.SerializeToUtf8Bytes(report, MemberJson.Default.MemberReport), cancellationToken);

    /// <summary>Sends a message of the queue itself. Does nothing while the broker accepts no messages.</summary>
    /// <exception cref="TimeoutException">The broker has not taken it in time: the others may or may not receive it.</exception>
    public async ValueTask TellAsync(BasicProperties properties, byte[] body, CancellationToken cancellationToken)
    {
        if (telling.Blocked is not null)
        {
            return;
        }

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(Limit);
        try
        {
            if (_tells is not { IsOpen: true })
            {
                IConnection connection = await telling.GetAsync(end.Token).ConfigureAwait(false);
                _tells = await connection.CreateChannelAsync(cancellationToken: end.Token).ConfigureAwait(false);
            }

            await _tells.BasicPublishAsync(names.Members, "", mandatory: false, properties, body, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"RabbitMQ has not taken a message to the other instances within {Limit:c}.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IChannel? channel in new[] { _hears, _tells })
        {
            if (channel is not null)
            {
                await channel.AbortAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await channel.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
