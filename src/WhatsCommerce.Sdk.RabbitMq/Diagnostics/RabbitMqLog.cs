namespace WhatsCommerce.Diagnostics;

/// <summary>The log messages of the delivery queue on RabbitMQ. They contain no bodies, no phone numbers and no credentials.</summary>
internal static partial class RabbitMqLog
{
    public const string Category = "WhatsCommerce.RabbitMq";

    [LoggerMessage(320, LogLevel.Warning, "The connection to RabbitMQ ({Purpose}) was lost ({Reason}); a new one is opened")]
    public static partial void Lost(ILogger logger, string purpose, string reason);

    [LoggerMessage(321, LogLevel.Error, "RabbitMQ does not respond; the next attempt is in {Delay}")]
    public static partial void NoResponse(ILogger logger, Exception exception, TimeSpan delay);

    [LoggerMessage(322, LogLevel.Warning, "RabbitMQ accepts no messages: {Reason}. Deliveries are answered with 500 meanwhile, and Meta "
        + "delivers them again")]
    public static partial void Blocked(ILogger logger, string reason);

    [LoggerMessage(323, LogLevel.Information, "RabbitMQ accepts messages again")]
    public static partial void Unblocked(ILogger logger);

    [LoggerMessage(324, LogLevel.Information, "{Members} instances share the partitions; this one has {Partitions} of {All}")]
    public static partial void Shared(ILogger logger, int members, int partitions, int all);

    [LoggerMessage(325, LogLevel.Error, "A message in queue {Queue} is not an event of this app. It becomes a dead letter")]
    public static partial void Foreign(ILogger logger, string queue);

    [LoggerMessage(326, LogLevel.Information, "The delivery queue grows from {From} to {To} partitions. The new ones are worked on when "
        + "the former ones are empty")]
    public static partial void Grows(ILogger logger, int from, int to);

    [LoggerMessage(327, LogLevel.Information, "Queue {Queue} is empty and was deleted, because the number of partitions has grown")]
    public static partial void Retired(ILogger logger, string queue);

    [LoggerMessage(328, LogLevel.Warning, "Queue {Queue}: {Events} events that are held back, or wait behind many of their conversation, "
        + "are parked, so that others need not wait for them")]
    public static partial void Parked(ILogger logger, string queue, int events);

    [LoggerMessage(329, LogLevel.Error, "A message that the broker dead-lettered ({Reason}) is kept as a dead letter")]
    public static partial void DeadLettered(ILogger logger, string reason);

    [LoggerMessage(330, LogLevel.Error, "Receiving from queue {Queue} failed; the next attempt is in 1 second")]
    public static partial void NotReceived(ILogger logger, Exception exception, string queue);

    [LoggerMessage(331, LogLevel.Warning, "Queue {Queue}: {Messages} messages wait, but none is delivered; the channel is opened again")]
    public static partial void StandsStill(ILogger logger, string queue, long messages);
}
