namespace WhatsCommerce;

/// <summary>The problems that keep a number from sending any product.</summary>
[Flags]
public enum ShopProblems
{
    /// <summary>No problem.</summary>
    None = 0,

    /// <summary>No catalog is connected to the WhatsApp Business account.</summary>
    NoCatalogConnected = 1,

    /// <summary>The connected catalog of the WhatsApp Business account is not the given one.</summary>
    OtherCatalogConnected = 2,

    /// <summary>The commerce settings of the number hide the catalog.</summary>
    CatalogHidden = 4,

    /// <summary>India: the number has no business compliance data.</summary>
    BusinessComplianceMissing = 8,
}
