namespace WhatsCommerce.Storefronts;

/// <summary>
/// Specifies why a product is not offered to customers. The first four are <see cref="ProductObstacles"/> with the same values.
/// </summary>
[Flags]
public enum OfferObstacles
{
    /// <summary>No obstacle: the product can be sent and ordered.</summary>
    None = 0,

    /// <summary>Meta's review rejected the product or has not finished.</summary>
    NotApproved = ProductObstacles.NotApproved,

    /// <summary>The product is sold out or discontinued.</summary>
    NotAvailable = ProductObstacles.NotAvailable,

    /// <summary>The product is not published.</summary>
    Hidden = ProductObstacles.Hidden,

    /// <summary>Meta returns the product in an unreadable format.</summary>
    Unclear = ProductObstacles.Unclear,

    /// <summary>The product has no price, or an ambiguous one.</summary>
    Unpriced = 16,

    /// <summary>The shop's <see cref="ISkuMap"/> does not know the product.</summary>
    Unmapped = 32,

    /// <summary>The product is the parent of variants, and only the variants can be sent.</summary>
    ParentOfVariants = 64,

    /// <summary>The product was removed from the catalog.</summary>
    Gone = 128,
}
