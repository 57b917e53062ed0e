namespace WhatsCommerce.Webhooks;

/// <summary>An item of a delivery whose JSON is valid but whose shape does not fit. Its neighbours are not affected.</summary>
public sealed record MalformedEvent : WebhookEvent
{
    /// <summary>Where in the body, such as <c>entry[0].changes[1].value.messages[0]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What was expected and what was found, without any of the customer's text.</summary>
    public required string Reason { get; init; }
}
