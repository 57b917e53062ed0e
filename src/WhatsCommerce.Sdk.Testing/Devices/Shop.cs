namespace WhatsCommerce.Testing;

/// <summary>The shop as customers see it: the catalog that is connected and visible, and of its items those that are neither hidden nor rejected.</summary>
internal static class Shop
{
    /// <summary>The catalog that customers can open.</summary>
    public static EmulatedCatalog Open(EmulatorContext context) =>
        context.MainAccount.Catalog is not { } catalog ? throw new InvalidOperationException("No catalog is connected to the business account, so there is nothing to see.")
        : !context.MainNumber.IsCatalogVisible ? throw new InvalidOperationException("The catalog is hidden in the commerce settings of the number, so there is nothing to see.")
        : catalog;

    /// <summary>Whether customers see an item.</summary>
    public static bool Shows(EmulatedCatalog catalog, EmulatedCatalogItem item) =>
        !item.IsHidden && catalog.FindEntry(item.RetailerId.Value) is { } entry && catalog.Reviews.StatusOf(entry) != "rejected";

    /// <summary>Whether customers can put an item into a cart.</summary>
    public static bool Sells(EmulatedCatalog catalog, EmulatedCatalogItem item) => item.Availability.CanBeOrdered && Shows(catalog, item);
}
