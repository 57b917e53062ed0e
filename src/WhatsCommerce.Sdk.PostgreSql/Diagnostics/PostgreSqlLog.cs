using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Diagnostics;

/// <summary>Every log message of the stores in PostgreSQL. No bodies, no keys, no connection strings.</summary>
internal static partial class PostgreSqlLog
{
    public const string Category = "WhatsCommerce.Webhooks.PostgreSql";

    [LoggerMessage(301, LogLevel.Debug, "{Rows} handled webhook events are older than the retention and were removed")]
    public static partial void Purged(ILogger logger, long rows);

    [LoggerMessage(302, LogLevel.Warning, "Handled webhook events that are older than the retention could not be removed; the next purge tries again")]
    public static partial void PurgeFailed(ILogger logger, Exception exception);
}
