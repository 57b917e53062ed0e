namespace WhatsCommerce.Webhooks;

/// <summary>The log messages about received webhooks. They contain no bodies, secrets, tokens or phone numbers.</summary>
internal static partial class Log
{
    public const string Category = WebhookDiagnostics.LogCategory;

    [LoggerMessage(101, LogLevel.Warning, "Webhook endpoint {Endpoint}: a delivery was rejected (401): {Reason}")]
    public static partial void InvalidSignature(ILogger logger, string endpoint, string reason);

    [LoggerMessage(102, LogLevel.Warning, "Webhook endpoint {Endpoint}: a delivery was accepted without a valid signature, because "
        + "AllowUnsigned is set (development only)")]
    public static partial void AcceptedUnverified(ILogger logger, string endpoint);

    [LoggerMessage(103, LogLevel.Warning, "Webhook endpoint {Endpoint}: a delivery of {Bytes} bytes was rejected (413): "
        + "MaxBodyBytes is {MaxBodyBytes}")]
    public static partial void BodyTooLarge(ILogger logger, string endpoint, long bytes, int maxBodyBytes);

    [LoggerMessage(104, LogLevel.Error, "Webhook endpoint {Endpoint}: a signed delivery of {Bytes} bytes could not be parsed "
        + "({Kind} at byte {Position}: {Problem})")]
    public static partial void Unreadable(
        ILogger logger, string endpoint, int bytes, WebhookParseErrorKind kind, long position, string problem);

    [LoggerMessage(105, LogLevel.Debug, "Webhook endpoint {Endpoint}: a delivery of {Events} events in {Bytes} bytes is answered "
        + "{Outcome}")]
    public static partial void Delivered(ILogger logger, string endpoint, int events, int bytes, WebhookOutcome outcome);

    [LoggerMessage(106, LogLevel.Information, "Webhook endpoint {Endpoint}: {Late} of {Events} events were older than MaxEventAge "
        + "({MaxEventAge}); {Skipped} handler runs were skipped")]
    public static partial void LateEvents(ILogger logger, string endpoint, int late, int events, TimeSpan? maxEventAge, int skipped);

    [LoggerMessage(111, LogLevel.Error, "Webhook handler {Handler} failed for {EventType} {MessageId} ({Place}), "
        + "attempt {Attempt} of {MaxAttempts}")]
    public static partial void HandlerFailed(
        ILogger logger,
        Exception exception,
        string handler,
        string eventType,
        string? messageId,
        EventPlace place,
        int attempt,
        int maxAttempts);

    [LoggerMessage(112, LogLevel.Warning, "No handler for an event of unknown type {Type} in field {Field}, {MessageId} ({Place}). "
        + "It counts as handled. Add a handler of UnknownEvent to receive it")]
    public static partial void UnknownEventWithoutHandler(ILogger logger, string? field, string? type, string? messageId, EventPlace place);

    [LoggerMessage(113, LogLevel.Warning, "No handler for a malformed event: {Reason} at {Path}, {MessageId} ({Place}). "
        + "It is kept as a dead letter. Add a handler of MalformedEvent to receive it")]
    public static partial void MalformedEventWithoutHandler(
        ILogger logger, string path, string reason, string? messageId, EventPlace place);

    [LoggerMessage(114, LogLevel.Debug, "No handler for {EventType} {MessageId} ({Place}); it counts as handled")]
    public static partial void EventWithoutHandler(ILogger logger, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(115, LogLevel.Warning, "Webhook handler {Handler} is still running in another delivery or instance for {EventType} "
        + "{MessageId} ({Place}). The event will be delivered again")]
    public static partial void RunsElsewhere(ILogger logger, string handler, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(116, LogLevel.Warning, "Webhook handler {Handler} lost its claim on {EventType} {MessageId} ({Place}) while it ran. "
        + "Its result is ignored. The event will be delivered again")]
    public static partial void ClaimLost(ILogger logger, string handler, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(117, LogLevel.Information, "{EventType} {MessageId} ({Place}) was not handled, because an earlier event of the "
        + "customer failed. The event will be delivered again")]
    public static partial void HeldBack(ILogger logger, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(118, LogLevel.Warning, "{EventType} {MessageId} ({Place}) was not handled, because an earlier event of the customer "
        + "is still being handled. The event will be delivered again")]
    public static partial void CustomerBusy(ILogger logger, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(119, LogLevel.Warning, "Webhook handler {Handler} did not run for {EventType} {MessageId} ({Place}), because "
        + "MaxConcurrency events are being handled already. The event will be delivered again")]
    public static partial void NoPlace(ILogger logger, string handler, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(120, LogLevel.Warning, "Webhook handler {Handler} did not start for {EventType} {MessageId} ({Place}), because the "
        + "lease ended before a thread was free. The event will be delivered again. Are all threads of the thread pool blocked?")]
    public static partial void StartedTooLate(ILogger logger, string handler, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(121, LogLevel.Information, "Webhook endpoint {Endpoint}: the challenge was answered")]
    public static partial void ChallengeAccepted(ILogger logger, string endpoint);

    [LoggerMessage(122, LogLevel.Warning, "Webhook endpoint {Endpoint}: a challenge was rejected (403): {Reason}")]
    public static partial void InvalidVerifyToken(ILogger logger, string endpoint, string reason);

    [LoggerMessage(123, LogLevel.Warning, "Webhook endpoint {Endpoint}: a GET was rejected (400): a challenge must have "
        + "hub.mode=subscribe, hub.verify_token and hub.challenge")]
    public static partial void InvalidChallenge(ILogger logger, string endpoint);

    [LoggerMessage(131, LogLevel.Error, "The store of handled events failed for webhook handler {Handler} and {EventType} {MessageId} "
        + "({Place}). The event will be delivered again")]
    public static partial void StoreFailed(
        ILogger logger, Exception exception, string handler, string eventType, string? messageId, EventPlace place);

    [LoggerMessage(137, LogLevel.Error, "The change of a customer's ids in {MessageId} ({Place}) could not be stored. "
        + "The event will be delivered again")]
    public static partial void IdentitiesFailed(ILogger logger, Exception exception, string? messageId, EventPlace place);

    [LoggerMessage(132, LogLevel.Warning, "The claim of webhook handler {Handler} could not be renewed while the handler runs")]
    public static partial void RenewalFailed(ILogger logger, Exception exception, string handler);

    [LoggerMessage(133, LogLevel.Error, "Webhook endpoint {Endpoint}: dead letter {DeadLetter} was kept for handler {Handler} "
        + "({Reason}, {Attempts} attempts). It must be replayed or removed by hand")]
    public static partial void DeadLetterKept(
        ILogger logger, string endpoint, string? handler, string deadLetter, DeadLetterReason reason, int attempts);

    [LoggerMessage(134, LogLevel.Critical, "Webhook endpoint {Endpoint}: dead letter {DeadLetter} ({Reason}) could not be kept. "
        + "The event will be delivered again")]
    public static partial void DeadLetterNotKept(
        ILogger logger, Exception exception, string endpoint, string deadLetter, DeadLetterReason reason);

    [LoggerMessage(135, LogLevel.Warning, "Webhook handler {Handler} (endpoint {Endpoint}) has been running for {Elapsed} for {EventType} "
        + "{MessageId}. Meanwhile other events of the customer are answered 503. Set timeouts on the calls that the handler makes")]
    public static partial void RunsLong(
        ILogger logger, string handler, string endpoint, TimeSpan elapsed, string eventType, string? messageId);

    [LoggerMessage(136, LogLevel.Warning, "Webhook handler {Handler} completed, but the store of handled events could not record it; "
        + "the call is retried")]
    public static partial void CompletionFailed(ILogger logger, Exception exception, string handler);

    [LoggerMessage(151, LogLevel.Information, "The status {Status} settled a send whose outcome was unknown: it is the message "
        + "{MessageId} ({Place})")]
    public static partial void SendSettled(ILogger logger, string? status, string? messageId, EventPlace place);

    [LoggerMessage(152, LogLevel.Error, "The send ledger could not record the status of {MessageId} ({Place}). "
        + "The event will be delivered again")]
    public static partial void SendNotSettled(ILogger logger, Exception exception, string? messageId, EventPlace place);
}
