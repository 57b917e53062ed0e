namespace WhatsCommerce;

/// <summary>The problems that keep a product from being sent in a message.</summary>
[Flags]
public enum ProductProblems
{
    /// <summary>No problem.</summary>
    None = 0,

    /// <summary>The product is not in the connected catalog.</summary>
    Missing = 1,

    /// <summary>The product is in the catalog of the message, which is not the connected one.</summary>
    InOtherCatalog = 2,

    /// <summary>
    /// Meta's review rejected the product; it can be appealed only in Commerce Manager. Whether Meta still accepts it in a message is not
    /// documented.
    /// </summary>
    Rejected = 4,

    /// <summary>Meta's review of the product has not finished. Whether Meta accepts it in a message is not documented.</summary>
    InReview = 8,

    /// <summary>The product is not published.</summary>
    Hidden = 16,

    /// <summary>The product cannot be ordered, because it is sold out or discontinued. The customer sees it as unavailable.</summary>
    NotAvailable = 32,

    /// <summary>The product is the parent of variants; only the variants can be sent.</summary>
    ParentOfVariants = 64,

    /// <summary>India: the product has no country of origin, and its category is not exempt.</summary>
    ComplianceMissing = 128,

    /// <summary>
    /// The response has a shape that cannot be read, so that it is unknown whether the product has a problem; see
    /// <see cref="Catalogs.Product.MalformedFields"/>. It is reported, but blocks no message unless
    /// <see cref="PreflightOptions.RefuseFor"/> includes it.
    /// </summary>
    Unclear = 256,
}
