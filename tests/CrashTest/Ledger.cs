using Npgsql;
using WhatsCommerce.Webhooks;

namespace CrashTest;

/// <summary>What happened, in the order of one sequence. The test makes the tables and a trigger that writes the completions.</summary>
internal sealed class Ledger(NpgsqlDataSource database, string schema)
{
    private readonly string _write = $"insert into \"{schema}\".ledger (what, handler, id) values ($1, $2, $3)";

    private readonly string _acknowledge = $"""
        insert into "{schema}".acknowledged (id, is_completed)
        select id, exists (select from "{schema}".ledger as l where l.id = a.id and l.what = 'completion') from unnest($1) as a (id)
        """;

    /// <summary>Writes a line: on its own, or on a connection with a transaction.</summary>
    public async Task WriteAsync(
        string what, WebhookContext context, CancellationToken cancellationToken, NpgsqlConnection? connection = null)
    {
        await using NpgsqlCommand command = connection is null ? database.CreateCommand(_write) : new NpgsqlCommand(_write, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = what });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = context.HandlerName });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ((MessageEvent)context.Event).Id.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes that a delivery got 200, and whether its events were completed by then.</summary>
    public async Task AcknowledgeAsync(string[] ids)
    {
        await using NpgsqlCommand command = database.CreateCommand(_acknowledge);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ids });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
