namespace WhatsCommerce.Storefronts;

/// <summary>Represents a request to offer a payment.</summary>
public sealed partial record ProviderRequest
{
    /// <summary>Gets the idempotency key: the id of the attempt, the same on every call for it.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Gets the attempt; its id is the reference at the provider.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>Gets the order with its frozen quote.</summary>
    public required Order Order { get; init; }

    /// <summary>
    /// Gets the page to which the customer returns after paying; <see langword="null"/> without
    /// <see cref="StorefrontOptions.PublicAddress"/>.
    /// </summary>
    [Sensitive]
    public Uri? ReturnUrl { get; init; }

    /// <summary>Gets the page to which the customer returns without paying.</summary>
    [Sensitive]
    public Uri? CancelUrl { get; init; }
}
