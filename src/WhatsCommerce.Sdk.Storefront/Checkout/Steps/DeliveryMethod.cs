namespace WhatsCommerce.Storefronts;

/// <summary>How the goods are handed over.</summary>
public enum DeliveryMethod
{
    /// <summary>They are brought to the customer's address.</summary>
    Delivery,

    /// <summary>The customer fetches them.</summary>
    Pickup,
}
