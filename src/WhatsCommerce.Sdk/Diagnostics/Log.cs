using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Diagnostics;

/// <summary>Every log message of the client. No bodies, no tokens, no phone numbers.</summary>
internal static partial class Log
{
    public const string Category = "WhatsCommerce.Client";

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} was answered {StatusCode} after {Milliseconds:0.0} ms")]
    public static partial void Answered(ILogger logger, HttpMethod method, string path, int statusCode, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} was not answered, after {Milliseconds:0.0} ms")]
    public static partial void Unanswered(ILogger logger, Exception exception, HttpMethod method, string path, double milliseconds);
}
