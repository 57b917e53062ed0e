using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Diagnostics;

/// <summary>What logs call endpoints and events.</summary>
internal static class LogNames
{
    /// <summary>The name of an endpoint, or a word for the one that has none.</summary>
    public static string ForLogs(this string endpointName) => endpointName.Length == 0 ? "(default)" : endpointName;

    /// <summary>The message's id, without the customer's number in it; empty where the event is about none.</summary>
    public static string IdForLogs(this WebhookEvent webhookEvent) => webhookEvent switch
    {
        MessageEvent message => message.Id.Masked,
        StatusEvent status => status.MessageId.Masked,
        UnknownEvent unknown => unknown.MessageId.Masked,
        MalformedEvent malformed => malformed.MessageId.Masked,
        _ => "",
    };
}
