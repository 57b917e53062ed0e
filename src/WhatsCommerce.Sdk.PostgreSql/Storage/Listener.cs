namespace WhatsCommerce.Webhooks;

/// <summary>Listens to a channel of the server on a separate connection, which no pooled task can occupy.</summary>
internal static class Listener
{
    /// <summary>How often the connection is checked: a broken connection is not reported otherwise.</summary>
    private const int KeepAliveSeconds = 30;

    /// <exception cref="NpgsqlException">The connection could not be opened, or was lost.</exception>
    public static async Task ListenAsync(
        NpgsqlDataSource source, string channel, Action notified, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await OpenAsync(source, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += (_, _) => notified();
#pragma warning disable CA2100 // The channel is a constant and hexadecimal digits.
            NpgsqlCommand listen = new($"listen {channel}", connection);
#pragma warning restore CA2100
            await using (listen.ConfigureAwait(false))
            {
                await listen.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            // Commits before that were not notified.
            notified();
            while (true)
            {
                await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        NpgsqlConnectionStringBuilder settings = new(source.ConnectionString)
        {
            Pooling = false,
            Multiplexing = false,
            KeepAlive = KeepAliveSeconds,
        };
        NpgsqlConnection pooled = source.CreateConnection();
        await using (pooled.ConfigureAwait(false))
        {
            NpgsqlConnection connection = pooled.CloneWith(settings.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                return connection;
            }
            catch (NpgsqlException exception) when (!exception.IsTransient)
            {
                // The data source obtains its passwords, or its connections, in a way that only it knows.
                await connection.DisposeAsync().ConfigureAwait(false);
                return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }
}
