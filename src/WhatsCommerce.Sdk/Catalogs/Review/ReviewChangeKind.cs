namespace WhatsCommerce.Catalogs;

/// <summary>The kind of change since the last poll.</summary>
public enum ReviewChangeKind
{
    /// <summary>Another change: in review again, outdated, or an unknown status.</summary>
    Other = 0,

    /// <summary>The item is new in the catalog, and neither approved nor rejected yet.</summary>
    New,

    /// <summary>The item was approved.</summary>
    Approved,

    /// <summary>The item was rejected, or rejected for other reasons than before.</summary>
    Rejected,

    /// <summary>The item is in review again.</summary>
    Pending,

    /// <summary>The item is no longer in the catalog.</summary>
    Removed,

    /// <summary>
    /// Meta reports the item in a shape that cannot be read, <see cref="ProductReview.MalformedFields"/>; its last known status still
    /// applies. Reported once, until it can be read again.
    /// </summary>
    Unclear,
}
