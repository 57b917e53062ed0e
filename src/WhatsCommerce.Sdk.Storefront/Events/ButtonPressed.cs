namespace WhatsCommerce.Storefronts;

/// <summary>A customer pressed one of the storefront's buttons; stored by the webhook, carried out by the outbox.</summary>
internal sealed record ButtonPressed : StorefrontEvent
{
    public required string Button { get; init; }

    public required Recipient To { get; init; }
}
