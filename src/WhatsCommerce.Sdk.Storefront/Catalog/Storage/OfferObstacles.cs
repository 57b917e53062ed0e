namespace WhatsCommerce.Storefronts;

/// <summary>Why a product is not offered to customers. The first four are <see cref="ProductObstacles"/> with the same values.</summary>
[Flags]
public enum OfferObstacles
{
    /// <summary>Nothing: it can be sent and ordered.</summary>
    None = 0,

    /// <summary>Meta's review has rejected it, or is not through with it.</summary>
    NotApproved = ProductObstacles.NotApproved,

    /// <summary>It is sold out or discontinued.</summary>
    NotAvailable = ProductObstacles.NotAvailable,

    /// <summary>It is not published.</summary>
    Hidden = ProductObstacles.Hidden,

    /// <summary>Meta reports it in a shape that cannot be read.</summary>
    Unclear = ProductObstacles.Unclear,

    /// <summary>It has no price, or one that can be read in two ways.</summary>
    Unpriced = 16,

    /// <summary>The shop's <see cref="ISkuMap"/> knows no product of its own for it.</summary>
    Unmapped = 32,

    /// <summary>Others are variants of it, and only those can be sent.</summary>
    ParentOfVariants = 64,

    /// <summary>The catalog no longer has it.</summary>
    Gone = 128,
}
