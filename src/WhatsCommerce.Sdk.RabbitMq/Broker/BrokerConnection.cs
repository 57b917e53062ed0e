namespace WhatsCommerce.Webhooks;

/// <summary>A connection that is opened on demand, and reopened when it was lost.</summary>
/// <remarks>
/// The automatic recovery of the client is off: it would resume the consumers at once, while here the received events, and the current
/// owner of a partition, are checked first.
/// </remarks>
internal sealed class BrokerConnection(BrokerAddress address, string purpose, ILogger logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile IConnection? _connection;
    private volatile string? _blocked;
    private bool _isDisposed;

    /// <summary>Gets why the broker accepts no messages, such as a full disk; <see langword="null"/> when it does.</summary>
    public string? Blocked => _connection is { IsOpen: true } ? _blocked : null;

    /// <summary>Returns the open connection.</summary>
    public async ValueTask<IConnection> GetAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsOpen: true } open)
        {
            return open;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_connection is { IsOpen: true } opened)
            {
                return opened;
            }

            IConnection? lost = _connection;
            _connection = null;
            if (lost is not null)
            {
                await DisposeAsync(lost).ConfigureAwait(false);
            }

            IConnection connection = await address.ConnectAsync(purpose, cancellationToken).ConfigureAwait(false);
            Watch(connection);
            return _connection = connection;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _isDisposed = true;
        if (_connection is { } connection)
        {
            await DisposeAsync(connection).ConfigureAwait(false);
        }

        _gate.Release();
    }

    private void Watch(IConnection connection)
    {
        _blocked = null;
        connection.ConnectionShutdownAsync += (_, reason) =>
        {
            if (reason.Initiator != ShutdownInitiator.Application)
            {
                RabbitMqLog.Lost(logger, purpose, reason.ReplyText);
            }

            return Task.CompletedTask;
        };
        connection.ConnectionBlockedAsync += (_, blocked) =>
        {
            _blocked = blocked.Reason;
            RabbitMqLog.Blocked(logger, blocked.Reason);
            return Task.CompletedTask;
        };
        connection.ConnectionUnblockedAsync += (_, _) =>
        {
            _blocked = null;
            RabbitMqLog.Unblocked(logger);
            return Task.CompletedTask;
        };
    }

    private static async ValueTask DisposeAsync(IConnection connection)
    {
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It is lost already, or ends now.
        }
    }
}
