using System.Runtime.InteropServices;
using System.Threading.RateLimiting;
using RabbitMQ.Client;

namespace WhatsCommerce.Webhooks;

/// <summary>Publishes in the order of the calls, and waits for the confirmations without holding up what comes after.</summary>
internal sealed class Publisher(BrokerConnection connection, RabbitMqOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _order = new(1, 1);
    private readonly SemaphoreSlim _unconfirmed = new(options.MaxUnconfirmed);

    // The limiter of the client would let waiting publishes overtake each other, and its default one slows them down.
    private readonly ConcurrencyLimiter _unlimited = new(new() { PermitLimit = int.MaxValue });

    private IChannel? _channel;

    /// <summary>Publishes messages; their places are taken when the method returns, and all are stored when the task completes.</summary>
    /// <exception cref="TimeoutException">The broker has not confirmed in time: they may be stored or not.</exception>
    public async Task PublishAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(options.ConfirmTimeout);
        try
        {
            Task[] confirmed = await BeginAsync(messages, end.Token).ConfigureAwait(false);
            await Task.WhenAll(confirmed).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("RabbitMQ has not confirmed in time that it has stored what was published.", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel)
        {
            await channel.AbortAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await channel.DisposeAsync().ConfigureAwait(false);
        }

        await _unlimited.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<Task[]> BeginAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        await _order.WaitAsync(cancellationToken).ConfigureAwait(false);
        List<Task> confirmed = new(messages.Count);
        try
        {
            if (connection.Blocked is { } reason)
            {
                throw new InvalidOperationException($"RabbitMQ takes no messages: {reason}.");
            }

            IChannel channel = await OpenAsync(cancellationToken).ConfigureAwait(false);
            foreach (OutgoingMessage message in messages)
            {
                await _unconfirmed.WaitAsync(cancellationToken).ConfigureAwait(false);
                confirmed.Add(PublishAsync(channel, message, cancellationToken));
            }

            return [.. confirmed];
        }
        catch
        {
            // Those that began are watched to their end, or their exceptions would go unobserved.
            _ = Task.WhenAll(confirmed).ContinueWith(
                static all => _ = all.Exception,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            throw;
        }
        finally
        {
            _order.Release();
        }
    }

    /// <summary>Publishes; the frames are written, or queued in their order, before the first wait.</summary>
    private async Task PublishAsync(IChannel channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // Mandatory: what no queue takes is an error, and not confirmed silently.
            await channel.BasicPublishAsync(
                message.Exchange, message.RoutingKey, mandatory: true, message.Properties, message.Body, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            _unconfirmed.Release();
        }
    }

    private async ValueTask<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        if (_channel is { } lost)
        {
            _channel = null;
            await lost.DisposeAsync().ConfigureAwait(false);
        }

        IConnection opened = await connection.GetAsync(cancellationToken).ConfigureAwait(false);
        return _channel = await opened.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true,
                outstandingPublisherConfirmationsRateLimiter: _unlimited),
            cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A message that is to be published.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutgoingMessage(string Exchange, string RoutingKey, BasicProperties Properties, ReadOnlyMemory<byte> Body);
