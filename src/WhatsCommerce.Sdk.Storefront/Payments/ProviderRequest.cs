namespace WhatsCommerce.Storefronts;

/// <summary>What a provider is asked to offer.</summary>
public sealed partial record ProviderRequest
{
    /// <summary>Gets the idempotency key: the id of the attempt, the same on every call for it.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Gets the attempt; its id is the reference under which the provider keeps it.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>Gets the order with its frozen quote.</summary>
    public required Order Order { get; init; }

    /// <summary>
    /// Gets the page to which the customer comes back after paying; <see langword="null"/> without
    /// <see cref="StorefrontOptions.PublicAddress"/>.
    /// </summary>
    [Sensitive]
    public Uri? ReturnUrl { get; init; }

    /// <summary>Gets the page to which the customer comes back without having paid.</summary>
    [Sensitive]
    public Uri? CancelUrl { get; init; }
}
