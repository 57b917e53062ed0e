using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Diagnostics;

/// <summary>What logs call endpoints and events.</summary>
internal static class LogNames
{
    private const int Ending = 12;

    /// <summary>The name of an endpoint, or a word for the one that has none.</summary>
    public static string ForLogs(this string endpointName) => endpointName.Length == 0 ? "(default)" : endpointName;

    /// <summary>The end of the message's id, which is enough to find it. The beginning encodes the customer's phone number in base64.</summary>
    public static string? IdForLogs(this WebhookEvent webhookEvent)
    {
        MessageId id = webhookEvent switch
        {
            MessageEvent message => message.Id,
            StatusEvent status => status.MessageId,
            UnknownEvent unknown => unknown.MessageId,
            MalformedEvent malformed => malformed.MessageId,
            _ => default,
        };
        return id.Value is { } value && value.Length > 2 * Ending ? "..." + value[^Ending..] : id.Value;
    }
}
