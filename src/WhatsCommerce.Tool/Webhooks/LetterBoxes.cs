using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>Opens the dead letter store that is specified on the command line.</summary>
internal sealed class LetterBoxes
{
    /// <summary>The environment variable with the connection string, which holds a password.</summary>
    public const string PostgreSqlVariable = "WHATSCOMMERCE_POSTGRESQL";

    private const string FileName = "dead-letters.jsonl";

    private readonly Option<string?> _sqlite = ToolOptions.File("--sqlite", "Replays the dead letters of a SQLite file of the app.");

    private readonly Option<bool> _postgreSql = new("--postgresql")
    {
        Description = $"Replays the dead letters of a PostgreSQL database; {PostgreSqlVariable} is its connection string.",
    };

    private readonly Option<string?> _letters = ValuedOption.Valued<string?>(
        "--dead-letters",
        "PATH",
        $"Replays the dead letters of a file as FileDeadLetterStore writes it, or of the folder with its {FileName}.",
        text => FileOf(text) is { } path ? (path, null) : (null, $"there is no such file, and no {FileName} in such a folder"));

    private readonly Option<string?> _schema = ToolOptions.Text("--schema", "NAME", "The schema of the tables in PostgreSQL.");

    private readonly Option<string?> _prefix = ToolOptions.Text("--table-prefix", "NAME", "The prefix of the tables.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_sqlite);
        command.Options.Add(_postgreSql);
        command.Options.Add(_letters);
        command.Options.Add(_schema);
        command.Options.Add(_prefix);
    }

    /// <summary>Opens the store.</summary>
    /// <returns>The store; <see langword="null"/> when none is specified.</returns>
    /// <exception cref="CannotRunException">The store cannot be opened, or more than one is specified.</exception>
    public LetterBox? Open(ParseResult parsed, ToolConsole console)
    {
        string? sqlite = parsed.GetValue(_sqlite);
        string? letters = parsed.GetValue(_letters);
        bool postgreSql = parsed.GetValue(_postgreSql);
        if ((sqlite is null ? 0 : 1) + (letters is null ? 0 : 1) + (postgreSql ? 1 : 0) > 1)
        {
            throw new CannotRunException("--sqlite, --postgresql and --dead-letters do not go together: use only one of them.");
        }

        try
        {
            return sqlite is not null ? OfSqlite(parsed, sqlite)
                : postgreSql ? OfPostgreSql(parsed, console)
                : letters is not null ? OfFile(letters)
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or OptionsValidationException)
        {
            throw new CannotRunException(exception.Message);
        }
    }

    private LetterBox OfSqlite(ParseResult parsed, string path)
    {
        string connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite }.ConnectionString;
        SqliteOptions options = new();
        options.TablePrefix = parsed.GetValue(_prefix) ?? options.TablePrefix;
        options.PurgeInterval = Timeout.InfiniteTimeSpan;
        SqliteDeadLetterStore letters = new(connection, options);
        SqliteWebhookStore events = new(connection, options);
        return new(letters, events, () =>
        {
            letters.Dispose();
            events.Dispose();
            return default;
        });
    }

    private LetterBox OfPostgreSql(ParseResult parsed, ToolConsole console)
    {
        string connection = console.Variable(PostgreSqlVariable) is { Length: > 0 } given ? given : throw new CannotRunException(
            $"--postgresql needs a connection string in the environment variable {PostgreSqlVariable}.");
        PostgreSqlOptions options = new();
        options.Schema = parsed.GetValue(_schema) ?? options.Schema;
        options.TablePrefix = parsed.GetValue(_prefix) ?? options.TablePrefix;
        options.PurgeInterval = Timeout.InfiniteTimeSpan;
        NpgsqlDataSource source = ConnectionText.Read(
            connection,
            static text => NpgsqlDataSource.Create(text),
            "Host=db.example.com;Database=shop;Username=shop;Password=...");
        PostgreSqlWebhookStore events = new(source, options);
        return new(new PostgreSqlDeadLetterStore(source, options), events, async () =>
        {
            await events.DisposeAsync().ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        });
    }

    private static LetterBox OfFile(string path)
    {
        FileDeadLetterStore letters = new(path);
        return new(letters, events: null, () =>
        {
            letters.Dispose();
            return default;
        });
    }

    private static string? FileOf(string path)
    {
        string inside = Path.Combine(path, FileName);
        return File.Exists(path) ? path : File.Exists(inside) ? inside : null;
    }
}
