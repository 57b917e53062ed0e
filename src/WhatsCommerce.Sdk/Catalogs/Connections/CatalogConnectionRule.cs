namespace WhatsCommerce.Catalogs;

/// <summary>Why a catalog cannot be connected. See <see cref="CatalogConnectionException"/>.</summary>
public enum CatalogConnectionRule
{
    /// <summary>It is no Ecommerce catalog; the vertical is chosen when a catalog is created and cannot be changed.</summary>
    NotEcommerce = 0,

    /// <summary>The account has another catalog; it can have one only. A catalog can serve several accounts.</summary>
    AlreadyConnected,
}
