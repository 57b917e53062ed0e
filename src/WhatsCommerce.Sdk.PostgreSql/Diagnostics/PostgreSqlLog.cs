using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Diagnostics;

/// <summary>Every log message of the stores in PostgreSQL. No bodies, no keys, no connection strings.</summary>
internal static partial class PostgreSqlLog
{
    public const string Category = "WhatsCommerce.Webhooks.PostgreSql";

    [LoggerMessage(301, LogLevel.Debug, "{Rows} {What} are older than the retention and were removed")]
    public static partial void Purged(ILogger logger, long rows, string what);

    [LoggerMessage(302, LogLevel.Warning, "The {What} that are older than the retention could not be removed; the next purge tries again")]
    public static partial void PurgeFailed(ILogger logger, Exception exception, string what);
}
