using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace WhatsCommerce.Webhooks;

/// <summary>Publishes in the order of the calls, and waits for the confirmations without delaying later calls.</summary>
/// <remarks>A single task publishes for all callers: it needs no lock, and concurrent calls are written together.</remarks>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly BrokerConnection _connection;
    private readonly RabbitMqOptions _options;
    private readonly Channel<PublishCall> _calls =
        Channel.CreateUnbounded<PublishCall>(new() { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly CancellationTokenSource _disposed = new();
    private readonly Task _publishing;
    private ConfirmedChannel? _channel;

    public Publisher(BrokerConnection connection, RabbitMqOptions options)
    {
        (_connection, _options) = (connection, options);
        using (ExecutionContext.SuppressFlow())
        {
            _publishing = Task.Run(PublishAllAsync, CancellationToken.None);
        }
    }

    /// <summary>
    /// Publishes messages; their positions are fixed when the method returns, and all are stored when the task completes.
    /// </summary>
    /// <exception cref="TimeoutException">The broker has not confirmed in time: they may or may not be stored.</exception>
    public async Task PublishAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        PublishCall call = new(messages);
        ObjectDisposedException.ThrowIf(!_calls.Writer.TryWrite(call), this);
        Exception? failure;
        try
        {
            failure = await call.Ended
                .WaitAsync(_options.ConfirmTimeout, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            call.Fail(exception);
            throw new TimeoutException("RabbitMQ has not confirmed in time that it has stored what was published.", exception);
        }
        catch (OperationCanceledException exception)
        {
            call.Fail(exception);
            throw;
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _calls.Writer.TryComplete();
        await _disposed.CancelAsync().ConfigureAwait(false);
        await _publishing.ConfigureAwait(false);
        if (_channel is { } channel)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
        }

        _disposed.Dispose();
    }

    private async Task PublishAllAsync()
    {
        await foreach (PublishCall call in _calls.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                Activity.Current = call.Caller;
                await PublishAsync(call).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (_disposed.IsCancellationRequested)
            {
                call.Fail(new ObjectDisposedException(nameof(Publisher), exception));
            }
            catch (Exception exception)
            {
                // Whatever the client throws belongs to whoever called.
                call.Fail(exception);
            }
        }
    }

    private async ValueTask PublishAsync(PublishCall call)
    {
        foreach (OutgoingMessage message in call.Messages)
        {
            // No caller waits for it any more: it is delivered again.
            if (call.Ended.IsCompleted)
            {
                return;
            }

            _disposed.Token.ThrowIfCancellationRequested();
            if (_connection.Blocked is { } reason)
            {
                throw new InvalidOperationException($"RabbitMQ accepts no messages: {reason}.");
            }

            ConfirmedChannel channel = await OpenAsync().ConfigureAwait(false);
            await channel.PublishAsync(call, message, _disposed.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask<ConfirmedChannel> OpenAsync()
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

        IConnection connection = await _connection.GetAsync(_disposed.Token).ConfigureAwait(false);
        return _channel = await ConfirmedChannel.OpenAsync(connection, _options.MaxUnconfirmed, _disposed.Token).ConfigureAwait(false);
    }
}

/// <summary>A message to publish.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutgoingMessage(string Exchange, string RoutingKey, BasicProperties Properties, ReadOnlyMemory<byte> Body);
