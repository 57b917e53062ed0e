namespace WhatsCommerce.Messages;

/// <summary>The tables of campaigns, documented in <c>docs/tables.md</c>. Times are Unix milliseconds.</summary>
internal static class CampaignTables
{
    public const string Campaigns = "campaigns";
    public const string Messages = "campaign_messages";
    public const string Preferences = "marketing_preferences";

    /// <summary>
    /// The value of the column <c>fallback</c> (0 for the message, 1 for its fallback) for a fallback that was sent because a status
    /// reported that the message failed.
    /// </summary>
    public const int FallbackAfterFailure = 2;

    public static DatabaseComponent Component { get; } = new("campaigns", Make);

    // The indexes serve claims, persons who are listed twice, statuses, and renewals of a run's lease.
    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Campaigns)} (
            from_number text not null,
            id text not null,
            state text not null check (state in ('running', 'paused', 'stopped', 'canceled', 'completed')),
            reason text,
            created_at {Number(database)} not null,
            changed_at {Number(database)} not null,
            primary key (from_number, id)
        );
        create table {database.Table(Messages)} (
            from_number text not null,
            campaign text not null,
            id text not null,
            send text not null,
            person text not null,
            state text not null
                check (state in ('open', 'claimed', 'sent', 'not_sent', 'unknown', 'held_back', 'duplicate')),
            owner {Id(database)},
            lease_until {Number(database)},
            claimed_at {Number(database)} not null,
            error_code {Number(database)},
            fallback {Number(database)} not null,
            message text,
            delivery {Number(database)} not null,
            delivery_code {Number(database)},
            changed_at {Number(database)} not null,
            primary key (from_number, campaign, id),
            unique (from_number, campaign, person),
            unique (from_number, send)
        ){(IsPostgreSql(database) ? " with (fillfactor = 80)" : "")};
        create index {database.Index("campaign_messages_message")} on {database.Table(Messages)} (from_number, message)
            where message is not null;
        create index {database.Index("campaign_messages_owner")} on {database.Table(Messages)} (owner) where owner is not null;
        create table {database.Table(Preferences)} (
            from_number text not null,
            recipient text not null,
            stopped {Number(database)} not null,
            changed_at {Number(database)} not null,
            primary key (from_number, recipient)
        );
        """;

    private static bool IsPostgreSql(WhatsCommerceDatabase database) => database.Dialect == DatabaseDialect.PostgreSql;

    private static string Number(WhatsCommerceDatabase database) => IsPostgreSql(database) ? "bigint" : "integer";

    private static string Id(WhatsCommerceDatabase database) => IsPostgreSql(database) ? "uuid" : "blob";
}
