namespace WhatsCommerce.Webhooks;

/// <summary>
/// Begins and completes the claims of concurrent handlers in groups: one round trip and one commit for all that arrived meanwhile.
/// </summary>
/// <remarks>
/// Only claims that wait for nobody: new keys, and claims that their owner still holds. For all others the result is
/// <see langword="null"/>, and they are processed individually, so that no claim waits for the row of another one.
/// </remarks>
internal sealed class GroupedClaims : IAsyncDisposable
{
    private const int MostOfACall = 256;

    private readonly Database _database;
    private readonly EventStatements _statements;
    private readonly GroupedCalls<Begin, bool?> _begins;
    private readonly GroupedCalls<Completion, bool?> _completions;

    public GroupedClaims(Database database, EventStatements statements)
    {
        _database = database;
        _statements = statements;
        _begins = new(BeginAsync, MostOfACall);
        _completions = new(CompleteAsync, MostOfACall);
    }

    /// <summary>Claims a key that nobody has claimed before.</summary>
    /// <returns>
    /// Whether it was claimed: <see langword="false"/> when it is settled, <see langword="null"/> when it is claimed or was released
    /// before.
    /// </returns>
    public Task<bool?> BeginAsync(Begin begin) => _begins.CallAsync(begin);

    /// <summary>Completes a claim.</summary>
    /// <returns><see langword="true"/> when it was completed; otherwise, <see langword="null"/>.</returns>
    public Task<bool?> CompleteAsync(byte[] key, Guid token) => _completions.CallAsync(new(key, token));

    /// <summary>Ends without waiting.</summary>
    public void Complete()
    {
        _begins.Complete();
        _completions.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        await _begins.CompleteAsync().ConfigureAwait(false);
        await _completions.CompleteAsync().ConfigureAwait(false);
    }

    // In the order of the keys, so that two instances that claim the same ones cannot deadlock.
    private async Task<IReadOnlyList<bool?>> BeginAsync(IReadOnlyList<Begin> asked)
    {
        Begin[] ordered = [.. asked];
        Array.Sort(ordered, static (one, other) => one.Key.AsSpan().SequenceCompareTo(other.Key));
        Dictionary<Guid, bool> answered = await TryAsync(
            _statements.BeginNew,
            [
                Parameter.Of(ordered.Select(static one => one.Key).ToArray()),
                Parameter.Of(ordered.Select(static one => one.Token).ToArray()),
                Parameter.Of(ordered.Select(static one => one.Event).ToArray()),
                Parameter.Of(ordered.Select(static one => one.Handler).ToArray()),
                Parameter.Of(ordered.Select(static one => one.Lease).ToArray()),
            ],
            asked.Count).ConfigureAwait(false);
        return [.. asked.Select(one => answered.TryGetValue(one.Token, out bool isClaimed) ? isClaimed : (bool?)null)];
    }

    private async Task<IReadOnlyList<bool?>> CompleteAsync(IReadOnlyList<Completion> asked)
    {
        Completion[] ordered = [.. asked];
        Array.Sort(ordered, static (one, other) => one.Key.AsSpan().SequenceCompareTo(other.Key));
        Dictionary<Guid, bool> answered = await TryAsync(
            _statements.CompleteAll,
            [
                Parameter.Of(ordered.Select(static one => one.Key).ToArray()),
                Parameter.Of(ordered.Select(static one => one.Token).ToArray()),
            ],
            asked.Count).ConfigureAwait(false);
        return [.. asked.Select(one => answered.ContainsKey(one.Token) ? true : (bool?)null)];
    }

    /// <summary>Executes a statement for all; if the database rejects it, each claim is processed individually.</summary>
    private async ValueTask<Dictionary<Guid, bool>> TryAsync(string sql, NpgsqlParameter[] parameters, int count)
    {
        try
        {
            List<(Guid Token, bool Answer)> rows = await _database.QueryByIndexAsync(
                sql, parameters, static row => (row.GetGuid(0), row.GetBoolean(1)), CancellationToken.None).ConfigureAwait(false);
            return rows.ToDictionary(static row => row.Token, static row => row.Answer);
        }
        catch (PostgresException) when (count > 1)
        {
            return [];
        }
    }

    /// <summary>A requested claim.</summary>
    internal sealed class Begin(byte[] key, Guid token, string webhookEvent, string handler, TimeSpan lease)
    {
        public byte[] Key => key;

        public Guid Token => token;

        public string Event => webhookEvent;

        public string Handler => handler;

        public TimeSpan Lease => lease;
    }

    private sealed class Completion(byte[] key, Guid token)
    {
        public byte[] Key => key;

        public Guid Token => token;
    }
}
