namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of proposing a cart.</summary>
internal sealed record CartProposal
{
    /// <summary>The cart that the customer is asked about; null when it cannot be proposed.</summary>
    public Cart? Cart { get; init; }

    /// <summary>The message that asks; null when it cannot be proposed.</summary>
    public OutboundMessage? Message { get; init; }

    /// <summary>Its prices, and what is wrong with its lines.</summary>
    public PricedCart Priced { get; init; } = new();

    /// <summary>Whether the cart is larger than the shop accepts.</summary>
    public bool IsTooLarge { get; init; }
}
