namespace WhatsCommerce.Storefronts;

/// <summary>What the payment of an attempt moves: the attempt, its order, and the order's cart.</summary>
public sealed record AttemptRows
{
    /// <summary>Gets the attempt.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>Gets its order.</summary>
    public required Order Order { get; init; }

    /// <summary>Gets the cart that the order was made of; <see langword="null"/> when there is none.</summary>
    public Cart? Cart { get; init; }
}
