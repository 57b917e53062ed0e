namespace WhatsCommerce;

/// <summary>
/// Contains the names of traces and metrics: <c>tracing.AddSource(WhatsCommerceDiagnostics.ActivitySourceName)</c> and
/// <c>metrics.AddMeter(WhatsCommerceDiagnostics.MeterName)</c>.
/// </summary>
/// <remarks>
/// Each call has one span, named after its operation (<c>send product_list</c>), with the tags of OpenTelemetry's HTTP and messaging
/// conventions. No tag contains a phone number, a token, an id of a message (which contains the number) or content.
/// </remarks>
public static class WhatsCommerceDiagnostics
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "WhatsCommerce";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "WhatsCommerce";

    /// <summary>The log category of the client.</summary>
    public const string LogCategory = "WhatsCommerce.Client";

    /// <summary>Histogram, seconds: the duration of one HTTP exchange; each retry counts separately.</summary>
    public const string RequestDuration = "whatscommerce.client.request.duration";

    /// <summary>
    /// Counter, messages: sends by outcome; tag <c>whatscommerce.outcome</c> is <c>sent</c>, <c>refused</c>, <c>unknown</c>,
    /// <c>not_written</c>, <c>cancelled</c> or <c>failed</c> (before anything was sent).
    /// </summary>
    public const string SentMessages = "messaging.client.sent.messages";

    /// <summary>Counter, retries: repeated requests; tag <c>error.type</c> is the error that caused the retry.</summary>
    public const string Retries = "whatscommerce.client.request.retries";

    /// <summary>Histogram, seconds: how long a message waited for its turn, if pacing is enabled.</summary>
    public const string PacingWait = "whatscommerce.client.pacing.wait";

    /// <summary>
    /// Counter, sends with a <c>SendOptions.OnceKey</c> for which no request was made; tag <c>whatscommerce.outcome</c> is <c>sent</c> (by
    /// an earlier call), <c>unknown</c>, <c>under_way</c> (in another call) or <c>reused</c> (the key belongs to another message).
    /// </summary>
    public const string LedgerAnswers = "whatscommerce.client.ledger.answers";

    /// <summary>
    /// Counter, sends that <see cref="Messages.MemorySendLedger"/> evicted; tag <c>whatscommerce.reason</c> is <c>age</c>, <c>capacity</c>,
    /// or <c>capacity_unknown</c> for a send with an unknown outcome.
    /// </summary>
    /// <remarks>Eviction by capacity reduces the protection against duplicates: raise the capacity, or register a shared ledger.</remarks>
    public const string LedgerEvictions = "whatscommerce.client.ledger.evictions";
}
