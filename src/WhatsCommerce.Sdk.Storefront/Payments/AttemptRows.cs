namespace WhatsCommerce.Storefronts;

/// <summary>Represents the rows that a payment changes: the attempt, its order, and the order's cart.</summary>
public sealed record AttemptRows
{
    /// <summary>Gets the attempt.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>Gets its order.</summary>
    public required Order Order { get; init; }

    /// <summary>Gets the cart of the order; <see langword="null"/> if there is none.</summary>
    public Cart? Cart { get; init; }
}
