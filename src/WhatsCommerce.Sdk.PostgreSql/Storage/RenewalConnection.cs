using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>A connection on which claims are renewed and nothing else is done, in synchronous calls, so that no thread of the pool is needed.</summary>
/// <remarks>
/// It is kept, because with the pool's threads blocked the connections of the data source may all be in the hands of tasks that do not go on.
/// </remarks>
internal sealed class RenewalConnection(NpgsqlDataSource source, EventStatements statements) : IDisposable
{
    private readonly Lock _gate = new();
    private NpgsqlConnection? _connection;
    private bool _isDisposed;

    /// <summary>Opens it.</summary>
    public void Open()
    {
        // Where the app has so few connections, none is set aside before it is needed.
        if (new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize > 2)
        {
            lock (_gate)
            {
                _ = Get();
            }
        }
    }

    /// <summary>Lengthens a claim.</summary>
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
            catch (NpgsqlException exception) when (isKept && exception is not PostgresException)
            {
                // It broke while nobody used it: a new one may be sound.
                Close();
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
            // Three tries must fit into a lease, and Npgsql counts in seconds.
            using NpgsqlCommand command = new(statements.RenewAtOnce, Get()) { CommandTimeout = Math.Max(1, (int)(lease.TotalSeconds / 6)) };
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

    private NpgsqlConnection Get()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _connection ??= source.OpenConnection();
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
