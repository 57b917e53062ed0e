namespace WhatsCommerce.Storefronts;

/// <summary>Specifies how the customer gets the goods.</summary>
public enum DeliveryMethod
{
    /// <summary>The goods are delivered to the customer's address.</summary>
    Delivery,

    /// <summary>The customer picks up the goods.</summary>
    Pickup,
}
