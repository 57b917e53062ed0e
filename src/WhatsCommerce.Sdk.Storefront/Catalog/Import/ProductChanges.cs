namespace WhatsCommerce.Storefronts;

/// <summary>What has changed about a product of the catalog.</summary>
[Flags]
public enum ProductChanges
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The catalog did not have it before, or has it again.</summary>
    Added = 1,

    /// <summary>The catalog no longer has it.</summary>
    Removed = 2,

    /// <summary>Its price, its lowered price or the period of that.</summary>
    Price = 4,

    /// <summary>Whether or how many of it can be had, or whether it is published.</summary>
    Availability = 8,

    /// <summary>What Meta's review has come to.</summary>
    Review = 16,

    /// <summary>Its name, texts, pictures, group or category.</summary>
    Content = 32,
}
