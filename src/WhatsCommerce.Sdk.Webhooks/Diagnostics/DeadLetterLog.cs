using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Diagnostics;

/// <summary>Every log message about dead letters. No bodies, no phone numbers.</summary>
internal static partial class DeadLetterLog
{
    [LoggerMessage(141, LogLevel.Information, "Dead letters are kept in {Path}")]
    public static partial void Opened(ILogger logger, string path);

    [LoggerMessage(142, LogLevel.Warning, "Dead letters are kept in {Path}, which goes away with this container: set DeadLetters:Path to a file on a mounted volume")]
    public static partial void InsideContainer(ILogger logger, string path);

    [LoggerMessage(143, LogLevel.Warning, "The file of dead letters {Path} ended in the middle of a line, which was not acknowledged; its {Bytes} bytes were cut off")]
    public static partial void TornLine(ILogger logger, string path, long bytes);

    [LoggerMessage(144, LogLevel.Error, "The file of dead letters {Path} holds what is no letter in line {Line}, at byte {Offset}; it stays there for you to look at")]
    public static partial void UnreadableLine(ILogger logger, string path, int line, long offset);

    [LoggerMessage(146, LogLevel.Information, "Dead letter {Id} was run again and is handled (endpoint {Endpoint}, handler {Handler})")]
    public static partial void Replayed(ILogger logger, string id, string endpoint, string? handler);

    [LoggerMessage(147, LogLevel.Warning, "Dead letter {Id} was run again and failed again (endpoint {Endpoint}, handler {Handler}); it is kept with its new error")]
    public static partial void ReplayFailed(ILogger logger, string id, string endpoint, string? handler);

    [LoggerMessage(145, LogLevel.Warning, "The file of dead letters {Path} could not be made smaller; it goes on as it is")]
    public static partial void NotCompacted(ILogger logger, Exception exception, string path);

    [LoggerMessage(148, LogLevel.Error, "The file of dead letters {Path} was deleted, moved, replaced or changed by somebody else while the app runs. The letters in it are wherever it is now; it is opened anew")]
    public static partial void FileLost(ILogger logger, string path);

    [LoggerMessage(149, LogLevel.Error, "The file of dead letters {Path} holds {Lines} lines that are no letters; they stay there for you to look at")]
    public static partial void UnreadableLines(ILogger logger, string path, int lines);
}
