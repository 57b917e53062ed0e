namespace WhatsCommerce;

/// <summary>What keeps a number from sending any product at all.</summary>
[Flags]
public enum ShopProblems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No catalog is connected to the WhatsApp Business account.</summary>
    NoCatalogConnected = 1,

    /// <summary>Another catalog than the one that was named is connected to the WhatsApp Business account.</summary>
    OtherCatalogConnected = 2,

    /// <summary>The commerce settings of the number hide the catalog.</summary>
    CatalogHidden = 4,

    /// <summary>India: the number has no business compliance data.</summary>
    BusinessComplianceMissing = 8,
}
