namespace WhatsCommerce.Storefronts;

/// <summary>The base class of events about an order.</summary>
public abstract record OrderStoryEvent : StorefrontEvent
{
    private protected OrderStoryEvent() { }

    /// <summary>Gets the id of the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Gets the order number.</summary>
    public required string OrderNumber { get; init; }
}
