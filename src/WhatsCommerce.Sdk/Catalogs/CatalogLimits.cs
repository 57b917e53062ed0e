namespace WhatsCommerce.Catalogs;

/// <summary>Contains the limits of catalogs that are checked before something is sent.</summary>
/// <remarks>Lengths count Unicode scalar values (runes): Meta says "characters" without defining them.</remarks>
public static class CatalogLimits
{
    /// <summary>
    /// Retailer id (SKU, content id), also that of a group: 100 characters. Source: Meta catalog feed specification, <c>id</c>.
    /// </summary>
    public static int RetailerId => 100;

    /// <summary>Title of an item: 200 characters. Source: Meta catalog feed specification, <c>title</c>.</summary>
    public static int Title => 200;

    /// <summary>Description of an item: 9999 characters. Source: Meta catalog feed specification, <c>description</c>.</summary>
    public static int Description => 9999;

    /// <summary>Brand of an item: 100 characters. Source: Meta catalog feed specification, <c>brand</c>.</summary>
    public static int Brand => 100;

    /// <summary>Items in one batch: 5000. Source: Meta, product-catalog/items_batch.</summary>
    public static int BatchItems => 5000;

    /// <summary>Items in one batch as Meta advises: fewer than 3000. Source: Meta, product-catalog/items_batch.</summary>
    public static int AdvisedBatchItems => 2999;

    /// <summary>Size of one batch: 28 MB, read as 28,000,000 bytes. Source: Meta, product-catalog/items_batch.</summary>
    public static int BatchBytes => 28_000_000;
}
