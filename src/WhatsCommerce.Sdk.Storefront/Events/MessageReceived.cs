namespace WhatsCommerce.Storefronts;

/// <summary>A customer wrote or pressed something; stored by the webhook, answered by the outbox.</summary>
internal sealed record MessageReceived : StorefrontEvent
{
    public required InboundMessage Message { get; init; }
    public required Recipient To { get; init; }
}
