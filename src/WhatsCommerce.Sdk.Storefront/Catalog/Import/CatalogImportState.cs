namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of a catalog import.</summary>
public enum CatalogImportState
{
    /// <summary>The products are being read.</summary>
    Products,

    /// <summary>Products that the pages did not contain are being read by their ids.</summary>
    Missing,

    /// <summary>The product sets are being read.</summary>
    Collections,

    /// <summary>The import is complete.</summary>
    Completed,
}
