namespace WhatsCommerce.Storefronts;

/// <summary>What the shop's own page shows of an attempt.</summary>
public sealed record ExternalCheckoutView
{
    /// <summary>Gets the attempt.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>Gets the order with its frozen quote.</summary>
    public required Order Order { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer can pay. Ask again right before the money is taken: the customer may have changed the
    /// cart meanwhile. What is taken all the same is held for a person.
    /// </summary>
    public required bool CanBePaid { get; init; }
}
