namespace WhatsCommerce.Storefronts;

/// <summary>A message of the storefront could not be delivered; stored by the webhook, followed by the outbox.</summary>
internal sealed record MessageFailed : StorefrontEvent
{
    /// <summary>Gets the callback data of the message, which tells what it was about.</summary>
    public required string CallbackData { get; init; }

    /// <summary>Gets Meta's error code.</summary>
    public required int Code { get; init; }
}
