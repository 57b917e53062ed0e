namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of changing a cart.</summary>
public enum ChangeOutcome
{
    /// <summary>The cart was changed: use <see cref="ChangeResult.Cart"/> from now on.</summary>
    Changed,

    /// <summary>The cart was replaced, has expired, or does not exist.</summary>
    CartGone,

    /// <summary>The cart was ordered, possibly while it was being changed.</summary>
    Ordered,

    /// <summary>A payment for the cart is pending; nothing was changed.</summary>
    Pending,

    /// <summary>The provider did not confirm that the old offer is canceled; nothing was changed.</summary>
    Unknown,
}
