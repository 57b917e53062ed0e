namespace WhatsCommerce.Storefronts;

/// <summary>The tables of conversations, documented in <c>docs/tables.md</c>.</summary>
internal static class ConversationTables
{
    public static DatabaseComponent Component { get; } = new("storefront_conversations", Make, MakeWriting);

    public const string Conversations = "shop_conversations";
    public const string Entries = "shop_conversation_entries";
    public const string Writing = "shop_conversation_writing";

    /// <summary>How long typing indicators are kept, which exceeds any clock skew of the instances.</summary>
    public static readonly TimeSpan WritingKept = TimeSpan.FromMinutes(1);

    private static string MakeWriting(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Writing)} (
            shop_id text not null,
            customer text not null,
            agent text not null,
            written_at {ShopTables.Number(database)} not null,
            primary key (shop_id, customer, agent)
        );
        create index {database.Index("shop_conversation_writing_at")} on {database.Table(Writing)} (shop_id, written_at);
        """;

    // Data that may have to be deleted (preview, content) is stored in separate columns and never in data.
    private static string Make(WhatsCommerceDatabase database) => $"""
        create table {database.Table(Conversations)} (
            shop_id text not null,
            customer text not null,
            recipient text,
            owner text not null,
            assignee text,
            returns_at {ShopTables.Number(database)},
            unread {ShopTables.Number(database)} not null,
            window_ends_at {ShopTables.Number(database)},
            last_at {ShopTables.Number(database)} not null,
            changed_at {ShopTables.Number(database)} not null,
            preview text,
            version {ShopTables.Number(database)} not null,
            data {ShopTables.Json(database)} not null,
            primary key (shop_id, customer)
        );
        create index {database.Index("shop_conversations_last_at")} on {database.Table(Conversations)} (shop_id, last_at);
        create index {database.Index("shop_conversations_changed_at")} on {database.Table(Conversations)} (shop_id, changed_at);
        create index {database.Index("shop_conversations_recipient")} on {database.Table(Conversations)} (shop_id, recipient);
        create index {database.Index("shop_conversations_due")} on {database.Table(Conversations)} (shop_id, returns_at)
            where owner = 'human';
        create table {database.Table(Entries)} (
            sequence {ShopTables.Sequence(database)},
            shop_id text not null,
            id text not null,
            customer text not null,
            kind text not null,
            author text not null,
            written_at {ShopTables.Number(database)} not null,
            version {ShopTables.Number(database)} not null,
            content {ShopTables.Json(database)},
            data {ShopTables.Json(database)} not null,
            unique (shop_id, id)
        );
        create index {database.Index("shop_conversation_entries_customer")} on {database.Table(Entries)} (shop_id, customer, sequence);
        create index {database.Index("shop_conversation_entries_content")} on {database.Table(Entries)} (shop_id, written_at)
            where content is not null;
        """;
}
