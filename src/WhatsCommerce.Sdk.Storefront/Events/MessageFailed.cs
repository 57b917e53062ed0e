namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a message of the storefront could not be delivered; stored by the webhook and handled by the outbox.</summary>
internal sealed record MessageFailed : StorefrontEvent
{
    /// <summary>Gets the callback data of the message, which identifies its purpose.</summary>
    public required string CallbackData { get; init; }

    /// <summary>Gets Meta's error code.</summary>
    public required int Code { get; init; }
}
