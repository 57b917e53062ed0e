namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of a cart. The allowed transitions are in <see cref="StorefrontStateMachines.Cart"/>.</summary>
public enum CartState
{
    /// <summary>The cart was received and can be changed.</summary>
    Open,

    /// <summary>The cart is priced and being paid: an order holds its frozen quote.</summary>
    Locked,

    /// <summary>The cart was ordered.</summary>
    Converted,

    /// <summary>Another cart replaced it: <see cref="Cart.ReplacedBy"/>, if the customer sent or changed one.</summary>
    Replaced,

    /// <summary>The cart was not paid in time.</summary>
    Expired,
}
