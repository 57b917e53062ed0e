namespace WhatsCommerce.Storefronts;

/// <summary>Money was given back.</summary>
public sealed record OrderRefunded : OrderStoryEvent
{
    /// <summary>Gets the refund.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>Gets how much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>Gets why.</summary>
    public required string Reason { get; init; }
}
