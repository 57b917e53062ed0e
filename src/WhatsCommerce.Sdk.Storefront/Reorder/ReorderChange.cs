namespace WhatsCommerce.Storefronts;

/// <summary>What has changed about a product since the customer ordered it.</summary>
public enum ReorderChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It has another price.</summary>
    Price,

    /// <summary>It now comes in variants, or other variants of it are left: <see cref="ReorderProduct.Variants"/>.</summary>
    Variants,

    /// <summary>There is none at the moment.</summary>
    SoldOut,

    /// <summary>It has no price, and so is not for sale.</summary>
    Unpriced,

    /// <summary>The shop does not sell it any more.</summary>
    Gone,
}
