namespace WhatsCommerce.Storefronts;

/// <summary>What a customer is shown to order again.</summary>
public enum ReorderKind
{
    /// <summary>What the customer ordered most: in the most orders, then the most pieces, then last.</summary>
    Usual,

    /// <summary>The last order.</summary>
    LastOrder,
}
