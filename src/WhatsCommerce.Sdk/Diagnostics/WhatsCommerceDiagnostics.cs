namespace WhatsCommerce;

/// <summary>
/// The names to listen to: <c>tracing.AddSource(WhatsCommerceDiagnostics.ActivitySourceName)</c> and
/// <c>metrics.AddMeter(WhatsCommerceDiagnostics.MeterName)</c>.
/// </summary>
/// <remarks>
/// One span a call, named after what it does (<c>send product_list</c>), with the tags of OpenTelemetry's HTTP and messaging conventions. No
/// tag holds a phone number, a token, an id of a message (which contains the number) or content.
/// </remarks>
public static class WhatsCommerceDiagnostics
{
    /// <summary>The name of the activity source.</summary>
    public const string ActivitySourceName = "WhatsCommerce";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "WhatsCommerce";

    /// <summary>The log category of the client.</summary>
    public const string LogCategory = "WhatsCommerce.Client";

    /// <summary>Histogram, seconds: one HTTP exchange, repetitions each for themselves.</summary>
    public const string RequestDuration = "whatscommerce.client.request.duration";

    /// <summary>
    /// Counter, messages: sends by how they ended; tag <c>whatscommerce.outcome</c> is <c>sent</c>, <c>refused</c>, <c>unknown</c>,
    /// <c>not_written</c>, <c>cancelled</c> or <c>failed</c> (before anything was sent).
    /// </summary>
    public const string SentMessages = "messaging.client.sent.messages";

    /// <summary>Counter, repetitions: requests that were made again; tag <c>error.type</c> says after what.</summary>
    public const string Retries = "whatscommerce.client.request.retries";

    /// <summary>Histogram, seconds: how long a message waited for its turn, where pacing is on.</summary>
    public const string PacingWait = "whatscommerce.client.pacing.wait";
}
