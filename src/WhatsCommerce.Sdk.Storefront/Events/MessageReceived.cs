namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a customer wrote a message or pressed a button; stored by the webhook and answered by the outbox.</summary>
internal sealed record MessageReceived : StorefrontEvent
{
    public required InboundMessage Message { get; init; }
    public required Recipient To { get; init; }
}
