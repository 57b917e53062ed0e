namespace WhatsCommerce.Catalogs;

/// <summary>The rule that prevents the connection of a catalog. See <see cref="CatalogConnectionException"/>.</summary>
public enum CatalogConnectionRule
{
    /// <summary>The catalog is not an Ecommerce catalog; the vertical is chosen when a catalog is created and cannot be changed.</summary>
    NotEcommerce = 0,

    /// <summary>The account already has another catalog, and can have only one. A catalog can serve several accounts.</summary>
    AlreadyConnected,
}
