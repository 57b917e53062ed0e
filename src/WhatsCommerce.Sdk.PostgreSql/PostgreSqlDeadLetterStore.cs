using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>An <see cref="IDeadLetterStore"/> in PostgreSQL, shared by all instances that use the database.</summary>
/// <remarks>
/// Registered by <c>UsePostgreSql</c>; <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> creates the table. In the columns <c>id</c>,
/// <c>endpoint</c>, <c>handler</c>, <c>event</c> and <c>error</c> a backslash is doubled, and U+0000, which PostgreSQL cannot store, is
/// written as <c>\u0000</c>.
/// </remarks>
public sealed class PostgreSqlDeadLetterStore : IDeadLetterStore
{
    // A body has up to 3 MB, so a page must stay small; and no connection is held while the caller processes a page.
    private const int Page = 10;

    private readonly Database _database;
    private readonly DeadLetterStatements _statements;

    /// <summary>Initializes a store.</summary>
    /// <param name="dataSource">The database. It is not disposed with the store.</param>
    /// <param name="options">Names; <see langword="null"/> for the defaults.</param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public PostgreSqlDeadLetterStore(NpgsqlDataSource dataSource, PostgreSqlOptions? options = null)
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
    /// <remarks>The oldest letters are those that were appended first.</remarks>
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
        return await _database
            .ExecuteAsync(_statements.Remove, [Parameter.Of(StoredText.Hash(id))], cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken = default) =>
        (await _database.QueryAsync(_statements.Count, [], static row => row.GetInt32(0), cancellationToken).ConfigureAwait(false))[0];

    private static NpgsqlParameter Text(string? text) => Parameter.Of(text is null ? null : StoredText.Escape(text));

    private static (long Number, DeadLetter Letter) Read(NpgsqlDataReader row) => (row.GetInt64(0), new DeadLetter
    {
        Id = ReadText(row, 1)!,
        Time = row.GetFieldValue<DateTimeOffset>(2),
        Reason = StoredWords.ReasonOf(row.GetString(3)),
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
