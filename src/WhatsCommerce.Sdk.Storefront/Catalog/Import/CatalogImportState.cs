namespace WhatsCommerce.Storefronts;

/// <summary>How far an import of the catalog is.</summary>
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
