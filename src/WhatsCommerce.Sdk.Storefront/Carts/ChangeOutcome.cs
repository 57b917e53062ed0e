namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of changing a cart.</summary>
public enum ChangeOutcome
{
    /// <summary>It was changed: <see cref="ChangeResult.Cart"/> is the cart to go on with.</summary>
    Changed,

    /// <summary>It was replaced, has expired, or does not exist.</summary>
    CartGone,

    /// <summary>It was ordered, perhaps this moment.</summary>
    Ordered,

    /// <summary>A payment for it is on its way; nothing was changed.</summary>
    Pending,

    /// <summary>The provider did not confirm that the old offer is taken back; nothing was changed.</summary>
    Unknown,
}
