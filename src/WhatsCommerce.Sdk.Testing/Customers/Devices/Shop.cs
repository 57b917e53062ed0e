namespace WhatsCommerce.Testing;

/// <summary>
/// The shop as customers see it: the connected and visible catalog, without hidden or rejected items.
/// </summary>
/// <param name="number">The number that customers write to.</param>
/// <param name="firstCatalog">The catalog of the options.</param>
internal sealed class Shop(EmulatedNumber number, EmulatedCatalog firstCatalog)
{
    /// <summary>The connected catalog, whether visible or not.</summary>
    public EmulatedCatalog? Catalog => number.Account.Catalog;

    /// <summary>
    /// The catalog of the options, which is used for carts that are sent with a single call while no catalog is connected.
    /// </summary>
    public EmulatedCatalog FirstCatalog => firstCatalog;

    /// <summary>Whether customers can put items into a cart.</summary>
    public bool HasCart => number.IsCartEnabled;

    /// <summary>The catalog that customers can open.</summary>
    public EmulatedCatalog Open() =>
        Catalog is not { } catalog ? throw new InvalidOperationException(
            "No catalog is connected to the business account, so there is nothing to see.")
        : !number.IsCatalogVisible ? throw new InvalidOperationException(
            "The catalog is hidden in the commerce settings of the number, so there is nothing to see.")
        : catalog;
}
