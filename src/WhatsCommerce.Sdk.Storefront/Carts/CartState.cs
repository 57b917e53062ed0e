namespace WhatsCommerce.Storefronts;

/// <summary>The state of a cart. The allowed transitions are in <see cref="StorefrontStateMachines.Cart"/>.</summary>
public enum CartState
{
    /// <summary>Received; it can be changed.</summary>
    Open,

    /// <summary>Priced, and being paid: an order holds its frozen quote.</summary>
    Locked,

    /// <summary>It became an order.</summary>
    Converted,

    /// <summary>Another cart took its place: <see cref="Cart.ReplacedBy"/>, if the customer sent or changed one.</summary>
    Replaced,

    /// <summary>Nobody paid in time.</summary>
    Expired,
}
