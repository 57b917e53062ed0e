namespace WhatsCommerce.Storefronts;

/// <summary>Represents what the shop's own checkout page needs to show of an attempt.</summary>
public sealed record ExternalCheckoutView
{
    /// <summary>Gets the attempt.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>Gets the order with its frozen quote.</summary>
    public required Order Order { get; init; }

    /// <summary>
    /// Gets a value indicating whether the customer can pay. Check it again right before you take the money: the customer may have changed
    /// the cart in the meantime. A payment that is taken anyway is held for review by a person.
    /// </summary>
    public required bool CanBePaid { get; init; }
}
