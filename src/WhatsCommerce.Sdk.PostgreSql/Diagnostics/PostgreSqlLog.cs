namespace WhatsCommerce.Diagnostics;

/// <summary>
/// The category under which the PostgreSQL stores log; their messages are those of <see cref="WhatsCommerce.Webhooks.StorageLog"/>.
/// </summary>
internal static class PostgreSqlLog
{
    public const string Category = "WhatsCommerce.Webhooks.PostgreSql";
}
