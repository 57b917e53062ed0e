namespace WhatsCommerce;

/// <summary>What keeps a product from being sent in a message.</summary>
[Flags]
public enum ProductProblems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The connected catalog does not have it.</summary>
    Missing = 1,

    /// <summary>It is in the catalog that was named, which is not the connected one.</summary>
    InOtherCatalog = 2,

    /// <summary>
    /// Meta's review rejected it; appeals are only possible in Commerce Manager. Whether Meta still accepts it in a message is not
    /// documented.
    /// </summary>
    Rejected = 4,

    /// <summary>Meta's review is not through with it. Whether Meta takes it in a message is not documented.</summary>
    InReview = 8,

    /// <summary>It is not published.</summary>
    Hidden = 16,

    /// <summary>It cannot be ordered: sold out, discontinued. The customer sees it as unavailable.</summary>
    NotAvailable = 32,

    /// <summary>It stands for all of its variants; only these can be sent.</summary>
    ParentOfVariants = 64,

    /// <summary>India: it names no country of origin, and is not of the category that need not.</summary>
    ComplianceMissing = 128,

    /// <summary>
    /// What reports it came in a shape that cannot be read, so that nothing is known for it or against it; see
    /// <see cref="Catalogs.Product.MalformedFields"/>. It is reported, and kept from no message unless
    /// <see cref="PreflightOptions.RefuseFor"/> names it.
    /// </summary>
    Unclear = 256,
}
