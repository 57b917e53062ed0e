namespace WhatsCommerce.Webhooks;

/// <summary>The names of endpoints and events in logs.</summary>
internal static class LogNames
{
    /// <summary>Returns the name of an endpoint, or "(default)" for the endpoint without a name.</summary>
    public static string ForLogs(this string endpointName) => endpointName.Length == 0 ? "(default)" : endpointName;

    /// <summary>Returns the id of the message without the customer's phone number; empty when the event is not about a message.</summary>
    public static string IdForLogs(this WebhookEvent webhookEvent) => webhookEvent switch
    {
        MessageEvent message => message.Id.Masked,
        StatusEvent status => status.MessageId.Masked,
        UnknownEvent unknown => unknown.MessageId.Masked,
        MalformedEvent malformed => malformed.MessageId.Masked,
        _ => "",
    };
}
