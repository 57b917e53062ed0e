namespace WhatsCommerce.Emulator;

internal sealed record PriceJson(string Amount, string Currency, string Text)
{
    public static PriceJson Of(Money money) =>
        new(money.Amount.ToString(CultureInfo.InvariantCulture), money.Currency.Code!, PriceText.Of(money));
}

internal sealed record ProductJson(
    string RetailerId,
    string Title,
    string? Description,
    PriceJson Price,
    PriceJson? SalePrice,
    string Availability,
    bool CanBeOrdered,
    string? Image,
    string? Address,
    string? GroupId,
    IReadOnlyDictionary<string, string> Variant,
    bool IsHidden,
    string Review)
{
    public static ProductJson Of(EmulatedCatalog catalog, EmulatedCatalogItem item) => new(
        item.RetailerId.Value!,
        item.Title,
        item.Description,
        PriceJson.Of(item.Price),
        item.SalePrice is { } sale ? PriceJson.Of(sale) : null,
        item.Availability.Value,
        catalog.Sells(item.RetailerId),
        PictureAddress.Of(item),
        item.Address?.OriginalString,
        item.ItemGroupId,
        item.VariantAttributes,
        item.IsHidden,
        catalog.ReviewOf(item.RetailerId));
}

internal sealed record ProductsJson(int Total, IReadOnlyList<ProductJson> Products);
internal sealed record OpenedProductJson(ProductJson Product, IReadOnlyList<ProductJson> Variants, IReadOnlyList<string> Changes);

internal sealed record ProductChangeJson(
    string RetailerId,
    string? Title = null,
    string? Description = null,
    string? Price = null,
    string? Availability = null,
    string? Image = null,
    bool? IsHidden = null);

internal sealed record ReviewJson(string RetailerId, string Verdict, string? Reason = null);

/// <summary>An item of the catalog, and its quantity.</summary>
internal sealed record ItemJson(string RetailerId, int Quantity = 1);

internal sealed record NoteJson(string? Note = null);
internal sealed record CartLineJson(string RetailerId, string Title, int Quantity, PriceJson Price, PriceJson Total, string? Image);

internal sealed record CartJson(IReadOnlyList<CartLineJson> Lines, int Count, PriceJson? Total, IReadOnlyList<string> Notices)
{
    public static CartJson Of(CloudApiEmulator cloud, EmulatedCart cart)
    {
        IReadOnlyList<EmulatedCartLine> lines = cart.Lines;
        return new(
            [.. lines.Select(line => LineOf(cloud.ConnectedCatalog, line))],
            lines.Sum(line => line.Quantity),
            TotalOf(lines),
            cart.Notices);
    }

    private static CartLineJson LineOf(EmulatedCatalog? catalog, EmulatedCartLine line) => new(
        line.RetailerId.Value!,
        line.Title,
        line.Quantity,
        PriceJson.Of(line.Price),
        PriceJson.Of(line.Total),
        PictureAddress.Of(catalog?.Find(line.RetailerId)));

    // A cart with several currencies has no total.
    private static PriceJson? TotalOf(IReadOnlyList<EmulatedCartLine> lines) =>
        lines.Count > 0 && lines.All(line => line.Price.Currency == lines[0].Price.Currency)
            ? PriceJson.Of(lines.Skip(1).Aggregate(lines[0].Total, (sum, line) => sum + line.Total))
            : null;
}

internal static class PictureAddress
{
    /// <summary>
    /// Returns the address of an item's picture for the page. A picture that the emulator drew is served by the page itself, whatever the
    /// port in the item's address: that may be from an earlier run, or from the machine's own view of itself.
    /// </summary>
    public static string? Of(EmulatedCatalogItem? item) =>
        item?.ImageAddress is { IsAbsoluteUri: true } address && address.AbsolutePath.StartsWith("/pictures/", StringComparison.Ordinal)
        && Pictures.Find(address.Segments[^1]) is not null
            ? address.AbsolutePath
            : item?.ImageAddress?.OriginalString;
}

internal static class ProductViews
{
    private const int Most = 100;

    /// <summary>Returns the item whose picture represents the catalog.</summary>
    public static EmulatedCatalogItem? First(EmulatedCatalog catalog) =>
        catalog.Items.FirstOrDefault(item => catalog.Shows(item.RetailerId));

    /// <summary>Returns a page of the shop, or of all items for the workbench.</summary>
    public static ProductsJson Page(EmulatedCatalog? catalog, PageCall call)
    {
        if (catalog is null)
        {
            return new(0, []);
        }

        if (call.QueryList("ids") is { Count: > 0 } ids)
        {
            IEnumerable<EmulatedCatalogItem> items = ids.Take(Most).Select(id => catalog.Find(id)).OfType<EmulatedCatalogItem>();
            ProductJson[] named = [.. items.Select(item => ProductJson.Of(catalog, item))];
            return new(named.Length, named);
        }

        bool all = call.Query("all") == "true";
        string words = call.Query("q") ?? "";
        EmulatedCatalogItem[] found =
        [
            .. catalog.Items.Where(item => (all || catalog.Shows(item.RetailerId))
                && (words.Length == 0
                    || item.Title.Contains(words, StringComparison.OrdinalIgnoreCase)
                    || item.RetailerId.Value!.Contains(words, StringComparison.OrdinalIgnoreCase))),
        ];
        int offset = (int)Math.Min(call.Number("offset", 0), found.Length);
        int limit = (int)Math.Min(call.Number("limit", 60), Most);
        return new(found.Length, [.. found.Skip(offset).Take(limit).Select(item => ProductJson.Of(catalog, item))]);
    }
}
