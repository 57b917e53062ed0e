namespace WhatsCommerce;

/// <summary>
/// The names to listen to: <c>tracing.AddSource(WhatsCommerceDiagnostics.ActivitySourceName)</c> and
/// <c>metrics.AddMeter(WhatsCommerceDiagnostics.MeterName)</c>.
/// </summary>
/// <remarks>
/// One span a call, named after what it does (<c>send product_list</c>), with the tags of OpenTelemetry's HTTP and messaging conventions.
/// No tag holds a phone number, a token, an id of a message (which contains the number) or content.
/// </remarks>
public static class WhatsCommerceDiagnostics
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "WhatsCommerce";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "WhatsCommerce";

    /// <summary>The log category of the client.</summary>
    public const string LogCategory = "WhatsCommerce.Client";

    /// <summary>Histogram, seconds: one HTTP exchange; each retry is one.</summary>
    public const string RequestDuration = "whatscommerce.client.request.duration";

    /// <summary>
    /// Counter, messages: sends by how they ended; tag <c>whatscommerce.outcome</c> is <c>sent</c>, <c>refused</c>, <c>unknown</c>,
    /// <c>not_written</c>, <c>cancelled</c> or <c>failed</c> (before anything was sent).
    /// </summary>
    public const string SentMessages = "messaging.client.sent.messages";

    /// <summary>Counter, retries: requests that were made again; tag <c>error.type</c> says after what.</summary>
    public const string Retries = "whatscommerce.client.request.retries";

    /// <summary>Histogram, seconds: how long a message waited for its turn, where pacing is on.</summary>
    public const string PacingWait = "whatscommerce.client.pacing.wait";

    /// <summary>
    /// Counter, sends with a <c>SendOptions.OnceKey</c> that made no request; tag <c>whatscommerce.outcome</c> is <c>sent</c> (before),
    /// <c>unknown</c>, <c>under_way</c> (in another call) or <c>reused</c> (the key belongs to another message).
    /// </summary>
    public const string LedgerAnswers = "whatscommerce.client.ledger.answers";

    /// <summary>
    /// Counter, sends that <see cref="Messages.MemorySendLedger"/> forgot; tag <c>whatscommerce.reason</c> is <c>age</c>, <c>capacity</c>,
    /// or <c>capacity_unknown</c> for one whose outcome was unknown.
    /// </summary>
    /// <remarks>By capacity means that it protects less than it should: raise it, or register a ledger that is shared.</remarks>
    public const string LedgerEvictions = "whatscommerce.client.ledger.evictions";
}
