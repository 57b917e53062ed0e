namespace WhatsCommerce.Webhooks;

/// <summary>The log messages about dead letters. They contain no bodies and no phone numbers.</summary>
internal static partial class DeadLetterLog
{
    [LoggerMessage(141, LogLevel.Information, "Dead letters are kept in {Path}")]
    public static partial void Opened(ILogger logger, string path);

    [LoggerMessage(142, LogLevel.Warning, "Dead letters are kept in {Path}, which is lost with this container. "
        + "Set DeadLetters:Path to a file on a mounted volume")]
    public static partial void InsideContainer(ILogger logger, string path);

    [LoggerMessage(143, LogLevel.Warning, "The dead-letter file {Path} ended with an incomplete line, which was never acknowledged. "
        + "Its {Bytes} bytes were removed")]
    public static partial void TornLine(ILogger logger, string path, long bytes);

    [LoggerMessage(144, LogLevel.Error, "The dead-letter file {Path} holds something that is not a dead letter in line {Line}, "
        + "at byte {Offset}. The line is kept for you to inspect")]
    public static partial void UnreadableLine(ILogger logger, string path, int line, long offset);

    [LoggerMessage(146, LogLevel.Information, "Dead letter {Id} was replayed and handled (endpoint {Endpoint}, handler {Handler})")]
    public static partial void Replayed(ILogger logger, string id, string endpoint, string? handler);

    [LoggerMessage(147, LogLevel.Warning, "Dead letter {Id} was replayed and failed again (endpoint {Endpoint}, handler {Handler}). "
        + "It is kept with its new error")]
    public static partial void ReplayFailed(ILogger logger, string id, string endpoint, string? handler);

    [LoggerMessage(145, LogLevel.Warning, "The dead-letter file {Path} could not be compacted; it stays in use uncompacted")]
    public static partial void NotCompacted(ILogger logger, Exception exception, string path);

    [LoggerMessage(148, LogLevel.Error, "The dead-letter file {Path} was deleted, moved, replaced or changed by another program while "
        + "the app runs. The dead letters in it are wherever the file is now; the path is opened again")]
    public static partial void FileLost(ILogger logger, string path);

    [LoggerMessage(149, LogLevel.Error, "The dead-letter file {Path} holds {Lines} lines that are not dead letters. They are kept for "
        + "you to inspect")]
    public static partial void UnreadableLines(ILogger logger, string path, int lines);
}
