using System.Data;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Keeps a few connections of the pool for frequent statements: the one that was used last is used next, and has its statements prepared.
/// </summary>
/// <remarks>
/// A pool rotates its connections: of forty, each would have to prepare and plan each statement. At most an eighth of the pool is kept, so
/// that a small pool has all its connections available.
/// </remarks>
internal sealed class KeptConnections : IDisposable
{
    private const int Most = 6;
    private const int ShareOfThePool = 8;

    // After so many uses, or so much idle time, the connection goes back to the pool, which checks whether it is too old or broken.
    private const int MostUses = 1_000;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(1);

    private readonly NpgsqlDataSource _source;
    private readonly Lock _gate = new();
    private readonly Stack<Kept> _kept = new();
    private int _most;

    /// <param name="source">The pool. It is not disposed with this object.</param>
    public KeptConnections(NpgsqlDataSource source)
    {
        _source = source;
        NpgsqlConnectionStringBuilder settings = new(source.ConnectionString);
        _most = settings.Pooling ? Math.Min(Most, settings.MaxPoolSize / ShareOfThePool) : 0;
    }

    /// <summary>Runs work on a connection, exclusively.</summary>
    public async ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        Kept kept = await TakeAsync(cancellationToken).ConfigureAwait(false);
        bool isSound = false;
        try
        {
            T result = await work(kept.Connection).ConfigureAwait(false);
            isSound = true;
            return result;
        }
        catch (PostgresException exception)
        {
            isSound = IsAboutTheData(exception);
            throw;
        }
        finally
        {
            if (!isSound || !TryKeep(kept))
            {
                await kept.Connection.DisposeAsync().ConfigureAwait(false);
            }

            if (!isSound)
            {
                // If one is broken, all are: the server was restarted, or is another one now.
                Release();
            }
        }
    }

    /// <summary>Returns the connections to the pool, and keeps none from now on.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _most = 0;
        }

        Release();
    }

    private void Release()
    {
        while (TryTake() is { } kept)
        {
            kept.Connection.Dispose();
        }
    }

    private async ValueTask<Kept> TakeAsync(CancellationToken cancellationToken)
    {
        while (TryTake() is { } kept)
        {
            if (kept.Uses < MostUses && Environment.TickCount64 - kept.UsedAt < LongestIdle.TotalMilliseconds)
            {
                return kept;
            }

            await kept.Connection.DisposeAsync().ConfigureAwait(false);
        }

        return new(await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));
    }

    private Kept? TryTake()
    {
        lock (_gate)
        {
            return _kept.TryPop(out Kept? kept) ? kept : null;
        }
    }

    private bool TryKeep(Kept kept)
    {
        lock (_gate)
        {
            if (_kept.Count >= _most || kept.Connection.FullState != ConnectionState.Open)
            {
                return false;
            }

            kept.Uses++;
            kept.UsedAt = Environment.TickCount64;
            _kept.Push(kept);
            return true;
        }
    }

    // Data exceptions, violated constraints, and transactions that were rolled back because of others. Other errors may be about the server
    // itself, for instance that it became a replica.
    private static bool IsAboutTheData(PostgresException exception) => exception.SqlState is ['2', '2' or '3', ..] or ['4', '0', ..];

    private sealed class Kept(NpgsqlConnection connection)
    {
        public NpgsqlConnection Connection => connection;

        public int Uses { get; set; }
        public long UsedAt { get; set; }
    }
}
