namespace WhatsCommerce.Webhooks;

/// <summary>The log messages about forwards. They contain no addresses, bodies, secrets or phone numbers.</summary>
internal static partial class ForwardLog
{
    [LoggerMessage(181, LogLevel.Warning, "Forward {Forward} failed, attempt {Attempt} of {MaxAttempts}: {Error}")]
    public static partial void Failed(ILogger logger, string forward, int attempt, int maxAttempts, string error);

    [LoggerMessage(182, LogLevel.Error, "Webhook endpoint {Endpoint}: {Bodies} bodies could not be stored to be forwarded. They are kept "
        + "as dead letters; the delivery is still handled")]
    public static partial void NotStored(ILogger logger, Exception? exception, string endpoint, int bodies);

    [LoggerMessage(183, LogLevel.Warning, "Forwards wait in memory only, and are lost when the process ends. Call UsePostgreSql or "
        + "UseSqlite on the builder of the webhooks to keep them")]
    public static partial void InMemory(ILogger logger);

    [LoggerMessage(184, LogLevel.Error, "The condition of forward {Forward} failed; the event is forwarded")]
    public static partial void ConditionFailed(ILogger logger, Exception exception, string forward);
}
