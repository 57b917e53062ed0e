using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Webhooks;

/// <summary>The log messages of the stores in a database. They contain no bodies, keys or connection strings.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(301, LogLevel.Debug, "Removed {Rows} {What} that were older than the retention")]
    public static partial void Purged(ILogger logger, long rows, string what);

    [LoggerMessage(302, LogLevel.Warning, "The {What} that are older than the retention could not be removed; the next purge will retry")]
    public static partial void PurgeFailed(ILogger logger, Exception exception, string what);
}
