namespace WhatsCommerce.Storefronts;

/// <summary>Something that happened to an order.</summary>
public abstract record OrderStoryEvent : StorefrontEvent
{
    private protected OrderStoryEvent() { }

    /// <summary>Gets the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets its number.</summary>
    public required string OrderNumber { get; init; }
}
