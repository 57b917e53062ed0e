namespace WhatsCommerce.Webhooks;

/// <summary>A dedicated connection for renewing claims, in synchronous calls, so that no thread of the thread pool is needed.</summary>
/// <remarks>
/// It is not from the connection pool: when threads are blocked, all pooled connections may be held by tasks that cannot continue. Opened
/// with the first handler that runs for a third of its lease, and kept open.
/// </remarks>
internal sealed class RenewalConnection(NpgsqlDataSource source, EventStatements statements) : IDisposable
{
    private readonly Lock _gate = new();
    private NpgsqlConnection? _connection;
    private bool _isDisposed;

    /// <summary>Extends a claim.</summary>
    /// <returns>Whether it still held; <see langword="null"/> while the handler's own transaction locks it.</returns>
    public bool? Renew(WebhookClaim claim, TimeSpan lease)
    {
        lock (_gate)
        {
            bool isKept = _connection is not null;
            try
            {
                return Ask(claim, lease);
            }
            catch (NpgsqlException) when (isKept)
            {
                // The connection may have broken while it was idle; a new one may work.
                return Ask(claim, lease);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Close();
        }
    }

    private bool? Ask(WebhookClaim claim, TimeSpan lease)
    {
        try
        {
            // Three tries must fit into a lease, and Npgsql's timeout is in whole seconds.
            int seconds = Math.Max(1, (int)(lease.TotalSeconds / 4));
            using NpgsqlCommand command = new(statements.RenewAtOnce, Get(seconds)) { CommandTimeout = seconds };
            command.Parameters.Add(Parameter.Of(StoredText.Hash(claim.Key)));
            command.Parameters.Add(Parameter.Of(claim.Token));
            command.Parameters.Add(Parameter.Of(lease));
            using NpgsqlDataReader reader = command.ExecuteReader();
            reader.Read();
            return reader.GetBoolean(0) ? true : reader.GetBoolean(1) ? null : false;
        }
        catch
        {
            Close();
            throw;
        }
    }

    private NpgsqlConnection Get(int seconds)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _connection ??= Open(seconds);
    }

    private NpgsqlConnection Open(int seconds)
    {
        NpgsqlConnectionStringBuilder settings = new(source.ConnectionString) { Pooling = false, Multiplexing = false };
        settings.Timeout = settings.Timeout == 0 ? seconds : Math.Min(settings.Timeout, seconds);
        using NpgsqlConnection pooled = source.CreateConnection();
        NpgsqlConnection connection = pooled.CloneWith(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (NpgsqlException exception) when (!exception.IsTransient)
        {
            // The data source obtains its passwords, or its connections, in a way that only it knows.
            connection.Dispose();
            return source.OpenConnection();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
