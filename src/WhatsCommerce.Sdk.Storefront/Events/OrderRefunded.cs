namespace WhatsCommerce.Storefronts;

/// <summary>Money was refunded.</summary>
public sealed record OrderRefunded : OrderStoryEvent
{
    /// <summary>Gets the refund.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>Gets the amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets who requested it.</summary>
    public required string By { get; init; }

    /// <summary>Gets the reason.</summary>
    public required string Reason { get; init; }
}
