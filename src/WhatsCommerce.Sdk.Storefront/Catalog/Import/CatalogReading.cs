namespace WhatsCommerce.Storefronts;

/// <summary>Reads products of Meta's catalog.</summary>
internal static class CatalogReading
{
    // The ids are part of the request URL, which servers limit to about 8,000 characters; the field names need 600.
    private const int RoomForIds = 5_500;

    // The URL-encoded quotes and comma of each id.
    private const int AroundId = 9;

    private static readonly string[] Fields =
    [
        "id", "retailer_id", "name", "description", "price", "currency", "sale_price", "sale_price_start_date", "sale_price_end_date",
        "availability", "brand", "url", "image_url", "visibility", "quantity_to_sell_on_facebook", "inventory", "category", "product_type",
        "color", "size", "material", "pattern", "additional_variant_attributes", "review_status", "review_rejection_reasons",
        "capability_to_review_status", "retailer_product_group_id", "parent_product_id",
    ];

    public static ProductQuery Query(int pageSize, ProductFilter? filter = null) =>
        new() { Fields = Fields, Filter = filter, PageSize = pageSize };

    /// <summary>Reads products by their ids: in one call, unless the ids do not fit into one URL.</summary>
    /// <returns>The products, and the ids of those that Meta returns in an unreadable format.</returns>
    public static async Task<(List<Product> Products, HashSet<RetailerId> Unreadable)> ByIdsAsync(
        WhatsCommerceClient client, CatalogId catalog, IReadOnlyList<RetailerId> ids, CancellationToken cancellationToken)
    {
        List<Product> products = [];
        HashSet<RetailerId> unreadable = [];
        foreach (List<RetailerId> part in Parts(ids))
        {
            await foreach (Page<Product> page in client.Catalogs.Products
                .ListAsync(Query(part.Count, ProductFilter.RetailerIds(part)), catalog, cancellationToken)
                .AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                // The ids are compared here as well, because it is not documented whether Meta's filter is case-sensitive.
                products.AddRange(page.Items.Where(product => part.Contains(product.RetailerId)));
                unreadable.UnionWith(page.Malformed.Where(item => !item.IsListed).Select(item => item.RetailerId));
            }
        }

        return (products, unreadable);
    }

    public static CatalogProduct ToProduct(Product product, string shopId, string? ownId, DateTimeOffset readAt) => new()
    {
        ShopId = shopId,
        RetailerId = product.RetailerId,
        OwnId = ownId,
        MetaId = product.Id,
        GroupId = product.GroupId,
        ParentId = product.ParentId,
        Name = string.IsNullOrWhiteSpace(product.Name) ? product.RetailerId.ToString() : product.Name,
        Description = NullIfBlank(product.Description),
        Brand = NullIfBlank(product.Brand),
        Category = NullIfBlank(product.ProductType) ?? NullIfBlank(product.GoogleProductCategory),
        Variant = NullIfBlank(string.Join(", ", VariantOf(product).Where(part => !string.IsNullOrWhiteSpace(part)))),
        ImageUrl = NullIfBlank(product.ImageUrl),
        Url = NullIfBlank(product.Url),
        Price = Pricer.Usable(product.Price),
        SalePrice = Pricer.Usable(product.SalePrice),
        SaleFrom = Milliseconds(product.SalePriceStart),
        SaleUntil = Milliseconds(product.SalePriceEnd),
        Quantity = product.Quantity,
        Obstacles = product.Obstacles,
        RejectionReasons = product.ReviewRejectionReasons.Count == 0
            ? null
            : string.Join(", ", product.ReviewRejectionReasons.Order(StringComparer.Ordinal)),
        ReadAt = readAt,
    };

    /// <summary>The price and availability of a product, for pricing a cart.</summary>
    public static ProductPrice PriceOf(CatalogProduct product, DateTimeOffset now) => new()
    {
        RetailerId = product.RetailerId,
        Name = product.Name,
        Price = product.GetPrice(now),
        CanBeOrdered = (product.GetObstacles() & ~OfferObstacles.Unpriced) == OfferObstacles.None,
        Available = product.Quantity,
        ImageUrl = product.ImageUrl,
    };

    private static IEnumerable<List<RetailerId>> Parts(IReadOnlyList<RetailerId> ids)
    {
        List<RetailerId> part = [];
        int room = RoomForIds;
        foreach (RetailerId id in ids)
        {
            int length = AroundId + Uri.EscapeDataString(id.ToString()).Length;
            if (part.Count == CatalogQuery.MaxLimit || (length > room && part.Count > 0))
            {
                yield return part;
                part = [];
                room = RoomForIds;
            }

            part.Add(id);
            room -= length;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private static IEnumerable<string?> VariantOf(Product product) =>
        [product.Color, product.Size, product.Material, product.Pattern, .. product.VariantAttributes.Values];

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateTimeOffset? Milliseconds(DateTimeOffset? time) =>
        time is DateTimeOffset given ? DateTimeOffset.FromUnixTimeMilliseconds(given.ToUnixTimeMilliseconds()) : null;
}
