using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>Keeps dead letters in PostgreSQL, for all instances that share the database.</summary>
/// <remarks>
/// Registered by <c>UsePostgreSql</c>; the table is made by <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/>. In <c>id</c>,
/// <c>endpoint</c>, <c>handler</c>, <c>event</c> and <c>error</c> a backslash stands doubled and U+0000, which PostgreSQL cannot hold, as <c>\u0000</c>.
/// </remarks>
public sealed class PostgreSqlDeadLetterStore : IDeadLetterStore
{
    // Bodies have up to 3 MB; a page must not become a burden, and no connection is held while the reader thinks.
    private const int Page = 10;

    private readonly Database _database;
    private readonly DeadLetterStatements _statements;

    /// <summary>Makes a store.</summary>
    /// <param name="dataSource">The database. It is not disposed with the store.</param>
    /// <param name="options">Names; the usual ones unless given.</param>
    /// <exception cref="OptionsValidationException">An option is wrong; the message says which and how.</exception>
    public PostgreSqlDeadLetterStore(NpgsqlDataSource dataSource, PostgreSqlWebhookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        Tables tables = new(PostgreSqlWebhookOptionsValidator.Checked(options));
        _database = new(dataSource, tables, nameof(PostgreSqlWebhookStore));
        _statements = new(tables);
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await _database.ExecuteAsync(
            _statements.Append,
            [
                Parameter.Of(StoredText.Hash(letter.Id)),
                Text(letter.Id),
                Parameter.Of(letter.Time),
                Parameter.Of(letter.Reason.ToString()),
                Text(letter.EndpointName),
                Text(letter.HandlerName),
                Text(letter.EventKey),
                Parameter.Of(letter.Attempts),
                Text(letter.Error),
                Parameter.Of(letter.Body),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The oldest are those that were appended first.</remarks>
    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long last = 0;
        while (true)
        {
            List<(long Number, DeadLetter Letter)> letters = await _database.QueryAsync(
                _statements.Next, [Parameter.Of(last), Parameter.Of(Page)], Read, cancellationToken).ConfigureAwait(false);
            foreach ((long number, DeadLetter letter) in letters)
            {
                last = number;
                yield return letter;
            }

            if (letters.Count < Page)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return await _database.ExecuteAsync(_statements.Remove, [Parameter.Of(StoredText.Hash(id))], cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await _database.QueryAsync(_statements.Count, [], static row => row.GetInt32(0), cancellationToken).ConfigureAwait(false))[0];

    private static NpgsqlParameter Text(string? text) => Parameter.Of(text is null ? null : StoredText.Escape(text));

    private static (long Number, DeadLetter Letter) Read(NpgsqlDataReader row) => (row.GetInt64(0), new DeadLetter
    {
        Id = ReadText(row, 1)!,
        Time = row.GetFieldValue<DateTimeOffset>(2),
        // One that a later version wrote is still a letter.
        Reason = Enum.TryParse(row.GetString(3), out DeadLetterReason reason) ? reason : DeadLetterReason.AttemptsExhausted,
        EndpointName = ReadText(row, 4)!,
        HandlerName = ReadText(row, 5),
        EventKey = ReadText(row, 6),
        Attempts = row.GetInt32(7),
        Error = ReadText(row, 8),
        Body = row.GetFieldValue<byte[]>(9),
    });

    private static string? ReadText(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : StoredText.Unescape(row.GetString(column));
}
