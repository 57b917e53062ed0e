namespace WhatsCommerce.Webhooks;

/// <summary>The log messages about the delivery queue. They contain no bodies and no phone numbers.</summary>
internal static partial class QueueLog
{
    [LoggerMessage(161, LogLevel.Error, "Webhook endpoint {Endpoint}: {Events} events could not be stored in the delivery queue. "
        + "Meta will deliver them again")]
    public static partial void NotStored(ILogger logger, Exception exception, string endpoint, int events);

    [LoggerMessage(162, LogLevel.Warning, "Webhook endpoint {Endpoint}: a delivery was rejected (503), because 64 MB are already being "
        + "stored in the delivery queue. Is its database slow?")]
    public static partial void Full(ILogger logger, string endpoint);

    [LoggerMessage(163, LogLevel.Error, "The delivery queue does not respond; the next attempt is in {Delay}")]
    public static partial void NoResponse(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(164, LogLevel.Warning, "A conversation of lane {Lane} was taken over by another instance, because its lease was not "
        + "renewed in time. The events that are not done run there")]
    public static partial void LeaseLost(ILogger logger, DeliveryLane lane);

    [LoggerMessage(165, LogLevel.Error, "The results of {Events} events of lane {Lane} could not be stored in the delivery queue. They are "
        + "run again when the lease has ended; handlers that completed do not run again")]
    public static partial void NotFinished(ILogger logger, Exception exception, DeliveryLane lane, int events);

    [LoggerMessage(
        166, LogLevel.Error, "An event in the delivery queue could not be run (endpoint {Endpoint}); the next attempt is in {Delay}")]
    public static partial void NotRun(ILogger logger, Exception exception, string endpoint, TimeSpan delay);

    [LoggerMessage(167, LogLevel.Information, "The app stops: {Conversations} conversations finish their current event")]
    public static partial void Draining(ILogger logger, int conversations);

    [LoggerMessage(168, LogLevel.Warning, "Handlers of {Conversations} conversations were canceled, because they did not end before the "
        + "shutdown timeout of the host. Their events run again")]
    public static partial void CutOff(ILogger logger, int conversations);

    [LoggerMessage(169, LogLevel.Warning, "The delivery queue gets no notifications of events that other instances store; "
        + "it polls every PollInterval. The next attempt to listen is in {Delay}")]
    public static partial void Deaf(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(
        170, LogLevel.Warning, "The delivery queue could not release its work to other instances; they take it over "
        + "when this one has ended")]
    public static partial void NotLeft(ILogger logger, Exception exception);
}
