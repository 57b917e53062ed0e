namespace WhatsCommerce.Storefronts;

/// <summary>The state of an import of the catalog.</summary>
public enum CatalogImportState
{
    /// <summary>The products are read.</summary>
    Products,

    /// <summary>Products that the pages did not show are asked for by their ids.</summary>
    Missing,

    /// <summary>The product sets are read.</summary>
    Collections,

    /// <summary>It is complete.</summary>
    Completed,
}
