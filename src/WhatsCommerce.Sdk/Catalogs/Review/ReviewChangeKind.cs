namespace WhatsCommerce.Catalogs;

/// <summary>What has become of the review of an item since the last look.</summary>
public enum ReviewChangeKind
{
    /// <summary>Something else: taken into review again, outdated, or a status that is not known here.</summary>
    Other = 0,

    /// <summary>It is new in the catalog, and neither approved nor rejected yet.</summary>
    New,

    /// <summary>It was approved.</summary>
    Approved,

    /// <summary>It was rejected, or for other reasons than before.</summary>
    Rejected,

    /// <summary>It is in review again.</summary>
    Pending,

    /// <summary>It is no longer in the catalog.</summary>
    Removed,

    /// <summary>
    /// Meta reports it in a shape that cannot be read, <see cref="ProductReview.MalformedFields"/>; what was known before holds. Told
    /// once, until it can be read again.
    /// </summary>
    Unclear,
}
