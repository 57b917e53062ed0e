namespace WhatsCommerce.Storefronts;

/// <summary>Raised when a payment was refunded in full or in part.</summary>
public sealed record OrderRefunded : OrderStoryEvent
{
    /// <summary>Gets the id of the refund.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>Gets the refunded amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets who requested it.</summary>
    public required string By { get; init; }

    /// <summary>Gets the reason.</summary>
    public required string Reason { get; init; }
}
