using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>An <see cref="IDeadLetterStore"/> in a SQLite file.</summary>
/// <remarks>
/// Registered by <c>UseSqlite</c>. In the columns <c>id</c>, <c>endpoint</c>, <c>handler</c>, <c>event</c> and <c>error</c> a backslash is
/// doubled, and U+0000 is written as <c>\u0000</c>.
/// </remarks>
public sealed class SqliteDeadLetterStore : IDeadLetterStore, IDisposable
{
    // A body has up to 3 MB, so a page must stay small; and the file is free while the caller processes a page.
    private const int Page = 10;

    private readonly SqliteFile _file;
    private readonly bool _ownsFile;
    private readonly DeadLetterStatements _statements;

    /// <summary>Initializes a store over a file.</summary>
    /// <param name="connectionString">A connection string of Microsoft.Data.Sqlite, such as <c>Data Source=shop.db</c>.</param>
    /// <param name="options">Names; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string is invalid, or names no file.</exception>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public SqliteDeadLetterStore(string connectionString, SqliteOptions? options = null)
        : this(new SqliteFile(connectionString, options), ownsFile: true) { }

    internal SqliteDeadLetterStore(SqliteFile file, bool ownsFile = false)
    {
        _file = file;
        _ownsFile = ownsFile;
        _statements = new(file.Tables);
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await _file.RunAsync(open => Write(open, _statements.Append, letter), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReplaceAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(letter);
        await _file.RunAsync(open => Write(open, _statements.Replace, letter), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>The oldest letters are those that were appended first.</remarks>
    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long last = 0;
        while (true)
        {
            long after = last;
            List<(long Number, DeadLetter Letter)> letters = await _file.RunAsync(
                open => open.Query(_statements.Next, Read, after, Page), cancellationToken).ConfigureAwait(false);
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
    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _file.RunAsync(open => open.Execute(_statements.Remove, StoredText.Hash(id)) > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => _file.RunAsync(
        open =>
        {
            open.Execute(_statements.Check);
            return open.Query(_statements.Count, static row => row.GetInt32(0))[0];
        },
        cancellationToken);

    /// <summary>Closes the file if the store opened it.</summary>
    public void Dispose()
    {
        if (_ownsFile)
        {
            _file.Dispose();
        }
    }

    private static int Write(SqliteFile open, string sql, DeadLetter letter) => open.Execute(
        sql,
        StoredText.Hash(letter.Id),
        Stored.Of(letter.Id),
        Stored.Exactly(letter.Time),
        letter.Reason.ToString(),
        Stored.Of(letter.EndpointName),
        Stored.Of(letter.HandlerName),
        Stored.Of(letter.EventKey),
        letter.Attempts,
        Stored.Of(letter.Error),
        letter.Body.ToArray());

    private static (long Number, DeadLetter Letter) Read(SqliteDataReader row) => (row.GetInt64(0), new DeadLetter
    {
        Id = Stored.ReadText(row, 1)!,
        Time = Stored.ReadExactly(row, 2),
        Reason = StoredWords.ReasonOf(row.GetString(3)),
        EndpointName = Stored.ReadText(row, 4)!,
        HandlerName = Stored.ReadText(row, 5),
        EventKey = Stored.ReadText(row, 6),
        Attempts = row.GetInt32(7),
        Error = Stored.ReadText(row, 8),
        Body = row.GetFieldValue<byte[]>(9),
    });
}
