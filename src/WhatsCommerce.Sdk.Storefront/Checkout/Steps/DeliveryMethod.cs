namespace WhatsCommerce.Storefronts;

/// <summary>How the customer gets the goods.</summary>
public enum DeliveryMethod
{
    /// <summary>They are brought to the customer's address.</summary>
    Delivery,

    /// <summary>The customer fetches them.</summary>
    Pickup,
}
