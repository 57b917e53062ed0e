namespace WhatsCommerce.Storefronts;

/// <summary>Specifies what has changed about a product of the catalog.</summary>
[Flags]
public enum ProductChanges
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The product is new, or is in the catalog again.</summary>
    Added = 1,

    /// <summary>The product was removed from the catalog.</summary>
    Removed = 2,

    /// <summary>The price, the sale price or the period of the sale changed.</summary>
    Price = 4,

    /// <summary>The availability, the quantity or the visibility changed.</summary>
    Availability = 8,

    /// <summary>The status of Meta's review changed.</summary>
    Review = 16,

    /// <summary>The name, texts, pictures, group or category changed.</summary>
    Content = 32,
}
