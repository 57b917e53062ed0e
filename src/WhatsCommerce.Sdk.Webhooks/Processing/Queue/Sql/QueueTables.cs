namespace WhatsCommerce.Webhooks;

/// <summary>The tables of a delivery queue, documented in <c>docs/tables.md</c>. Times are Unix milliseconds.</summary>
internal static class QueueTables
{
    public const string Conversations = "queue_conversations";
    public const string Events = "queue_events";

    public static DatabaseComponent Component { get; } = new("delivery_queue", Make);

    // A conversation has no state: leased means that it is ready only when the lease has ended. So nothing needs to be cleaned up after a
    // crash, and one index finds all ready conversations.
    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Conversations)} (
            id {Id(database)} primary key,
            lane {Number(database)} not null,
            tenant {Number(database)} not null,
            version {Number(database)} not null,
            fence {Number(database)} not null,
            owner {Id(database)},
            ready_at {Number(database)} not null,
            holds {Number(database)} not null,
            waiting {Number(database)} not null,
            waiting_since {Number(database)} not null
        ){(IsPostgreSql(database) ? " with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02)" : "")};
        create index {database.Index("queue_conversations_ready")} on {database.Table(Conversations)} (lane, tenant, ready_at);
        create index {database.Index("queue_conversations_owner")} on {database.Table(Conversations)} (owner) where owner is not null;
        create table {database.Table(Events)} (
            sequence {(IsPostgreSql(database) ? "bigint generated always as identity (cache 1)" : "integer primary key autoincrement")},
            conversation {Id(database)} not null,
            event {Id(database)} not null,
            endpoint text not null,
            event_key text,
            body {(IsPostgreSql(database) ? "bytea" : "blob")} not null,
            received_at {Number(database)} not null,
            due_at {Number(database)} not null,
            retries {Number(database)} not null,
            {(IsPostgreSql(database) ? "primary key (conversation, sequence)," : "")}
            unique (conversation, event)
        ){(IsPostgreSql(database) ? " with (autovacuum_vacuum_scale_factor = 0.02)" : "")};
        {(IsPostgreSql(database)
            ? ""
            : $"create index {database.Index("queue_events_order")} on {database.Table(Events)} (conversation, sequence);")}
        """;

    private static bool IsPostgreSql(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql;

    private static string Number(WhatsCommerceDatabase database) => IsPostgreSql(database) ? "bigint" : "integer";

    private static string Id(WhatsCommerceDatabase database) => IsPostgreSql(database) ? "uuid" : "blob";
}
