namespace WhatsCommerce.Http;

/// <summary>The table of shared turns, documented in <c>docs/tables.md</c>. Times are Unix microseconds.</summary>
internal static class TurnTable
{
    public const string Turns = "send_turns";

    public static DatabaseComponent Component { get; } = new("send_turns", Make);

    // The columns after paid_back hold the last request and its response, because a statement can return only columns of the row that it
    // changes.
    private static string Make(WhatsCommerceDatabase database)
    {
        string number = database.Dialect == DatabaseDialect.PostgreSql ? "bigint" : "integer";
        return $"""
            create table {database.Table(Turns)} (
                id text primary key,
                paid_back {number} not null,
                first {number} not null,
                turns {number} not null,
                asked_at {number} not null,
                step {number} not null,
                slack {number} not null,
                horizon {number} not null
            ){(database.Dialect == DatabaseDialect.PostgreSql ? " with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02)" : "")};
            """;
    }
}
