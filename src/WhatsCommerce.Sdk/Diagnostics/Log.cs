namespace WhatsCommerce.Diagnostics;

/// <summary>Contains all log messages of the client. No bodies, no tokens, no phone numbers; paths contain ids, but no query.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} responded {StatusCode} after {Milliseconds:0.0} ms")]
    public static partial void Responded(ILogger logger, HttpMethod method, string path, int statusCode, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} got no response after {Milliseconds:0.0} ms")]
    public static partial void Unanswered(ILogger logger, Exception exception, HttpMethod method, string path, double milliseconds);

    [LoggerMessage(3, LogLevel.Information, "{Method} {Path} failed with {ErrorClass}; attempt {Attempt} follows in {Milliseconds:0} ms")]
    public static partial void Repeating(
        ILogger logger, HttpMethod method, string path, GraphErrorClass errorClass, int attempt, double milliseconds);

    [LoggerMessage(4, LogLevel.Information, "{Method} {Path}: the access token was rejected; the request is retried with another one")]
    public static partial void TokenReplaced(ILogger logger, HttpMethod method, string path);

    [LoggerMessage(5, LogLevel.Error, "{Observer} failed for the message {MessageId}, which was sent")]
    public static partial void ObserverFailed(ILogger logger, Exception exception, string observer, string messageId);

    [LoggerMessage(
        6, LogLevel.Information, "The client {Client} does not use {Handlers}, which the app adds to every HttpClient: a handler that "
            + "retries requests could send a message twice. Add the handlers that it needs to the builder that "
            + "AddWhatsCommerce returns")]
    public static partial void HandlersLeftOut(ILogger logger, string client, string handlers);

    [LoggerMessage(11, LogLevel.Information, "The send of {Key} returned the receipt from the ledger: the message was sent at {SentAt:u}")]
    public static partial void SentBefore(ILogger logger, string key, DateTimeOffset sentAt);

    [LoggerMessage(12, LogLevel.Warning, "The send of {Key} was not repeated: it is unknown whether the message was sent at {Since:u}")]
    public static partial void SendUnknown(ILogger logger, string key, DateTimeOffset since);

    [LoggerMessage(13, LogLevel.Warning, "The send of {Key} was not repeated: another call is still sending the message")]
    public static partial void SendUnderWay(ILogger logger, string key);

    [LoggerMessage(
        14, LogLevel.Error, "The outcome of the send of {Key} could not be stored; the key stays open until a status of the message "
            + "arrives, or somebody resolves it")]
    public static partial void OutcomeNotStored(ILogger logger, Exception exception, string key);

    [LoggerMessage(15, LogLevel.Error, "The message of {Key} was sent, but its key was released meanwhile: it may have been sent again")]
    public static partial void KeyTakenAway(ILogger logger, string key);

    [LoggerMessage(
        16, LogLevel.Warning, "The ledger in memory is full ({Capacity} sends) and evicts the oldest early: raise its Capacity, or "
            + "register a shared ledger")]
    public static partial void LedgerFull(ILogger logger, int capacity);

    [LoggerMessage(17, LogLevel.Warning, "The campaign {Campaign} was stopped: {Reason}")]
    public static partial void CampaignStopped(ILogger logger, string campaign, string reason);

    [LoggerMessage(20, LogLevel.Warning, "The reviews of the catalog {CatalogId} could not be read; the next attempt is in {Wait}")]
    public static partial void ReviewLookFailed(ILogger logger, Exception exception, string catalogId, TimeSpan wait);

    [LoggerMessage(21, LogLevel.Warning, "The products of a message could not be checked; it is sent unchecked")]
    public static partial void PreflightFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        22,
        LogLevel.Warning,
        "{Count} items of a page of {Operation} do not have the documented shape; the rest was read. The first: {Item}")]
    public static partial void MalformedItems(ILogger logger, string operation, int count, string item);

    [LoggerMessage(
        23, LogLevel.Error, "The rate limit that is shared with other instances is not available from the database. Until it is, messages "
            + "are sent at the rate divided by {FallbackInstances}, or wait if that is not set")]
    public static partial void PaceNotShared(ILogger logger, Exception exception, int? fallbackInstances);

    [LoggerMessage(24, LogLevel.Information, "The rate limit is shared with other instances again")]
    public static partial void PaceSharedAgain(ILogger logger);

    [LoggerMessage(25, LogLevel.Warning, "The rate limit state of idle numbers and customers could not be removed from the database")]
    public static partial void PaceNotPurged(ILogger logger, Exception exception);
}
