namespace WhatsCommerce.Storefronts;

/// <summary>Specifies what has changed about a product since the customer ordered it.</summary>
public enum ReorderChange
{
    /// <summary>Nothing has changed.</summary>
    None,

    /// <summary>The price has changed.</summary>
    Price,

    /// <summary>
    /// The product is now available in variants, or only other variants are available: <see cref="ReorderProduct.Variants"/>.
    /// </summary>
    Variants,

    /// <summary>The product is currently sold out.</summary>
    SoldOut,

    /// <summary>The product has no price, so it is not for sale.</summary>
    Unpriced,

    /// <summary>The shop no longer sells the product.</summary>
    Gone,
}
