using WhatsCommerce.Catalogs;

namespace WhatsCommerce;

/// <summary>Asks a catalog for products by their retailer ids, and judges them.</summary>
internal static class ProductLookup
{
    // An address has its limits: servers take some 8,000 characters.
    private const int MaxIds = 50;
    private const int MaxLength = 4_000;

    // The answer to a filter is short. Were the filter overlooked, it would be the whole catalog: pages of which nothing was asked for.
    private const int MaxOtherPages = 10;

    private static readonly string[] Fields =
    [
        "id", "retailer_id", "review_status", "review_rejection_reasons", "capability_to_review_status", "availability", "visibility",
        "retailer_product_group_id", "parent_product_id", "wa_compliance_category", "origin_country",
    ];

    private static readonly string[] Relations = ["id", "retailer_id", "retailer_product_group_id", "parent_product_id"];

    /// <summary>As many as one question may hold.</summary>
    public static IEnumerable<RetailerId[]> Split(IEnumerable<RetailerId> ids)
    {
        List<RetailerId> some = [];
        int length = 0;
        foreach (RetailerId id in ids)
        {
            int more = Uri.EscapeDataString(id.Value!).Length + 9;
            if (some.Count > 0 && (some.Count == MaxIds || length + more > MaxLength))
            {
                yield return [.. some];
                some.Clear();
                length = 0;
            }

            some.Add(id);
            length += more;
        }

        if (some.Count > 0)
        {
            yield return [.. some];
        }
    }

    /// <summary>What is against each of the products; <see langword="null"/> for nothing.</summary>
    public static async Task<Dictionary<RetailerId, UnsendableProduct?>> AskAsync(
        ProductsClient products, CatalogId catalog, RetailerId[] ids, bool isIndian, CancellationToken cancellationToken)
    {
        Dictionary<RetailerId, Product> found = [];

        // An item whose id cannot be read may be any of those that are not found.
        bool isWhole = true;
        ProductQuery query = new() { Fields = Fields, Filter = ProductFilter.RetailerIds(ids) };
        await foreach (Product product in ReadAsync(
            products.ListAsync(query, catalog, cancellationToken),
            product => ids.Contains(product.RetailerId),
            item => isWhole &= item.IsListed && !item.Members.Contains("retailer_id"),
            cancellationToken).ConfigureAwait(false))
        {
            // Compared here too: whether capitals count in a filter is not documented.
            if (ids.Contains(product.RetailerId) && found.TryAdd(product.RetailerId, product) && found.Count == ids.Length)
            {
                break;
            }
        }

        HashSet<RetailerId> parents = [];
        query = new() { Fields = Relations, Filter = ProductFilter.AnyOf("retailer_product_group_id", ids.Select(id => id.Value!)) };
        await foreach (Product variant in ReadAsync(
            products.ListAsync(query, catalog, cancellationToken),
            product => ids.Contains(product.GroupId),
            null,
            cancellationToken).ConfigureAwait(false))
        {
            // A product without variants may be a group of its own.
            if (ids.Contains(variant.GroupId) && variant.GroupId != variant.RetailerId)
            {
                parents.Add(variant.GroupId);
            }
        }

        HashSet<ProductId> parentIds = [.. found.Values.Select(product => product.ParentId).Where(id => id.HasValue)];
        return ids.ToDictionary(id => id, id => Judge(id, found.GetValueOrDefault(id), parents, parentIds, isIndian, isWhole));
    }

    private static async IAsyncEnumerable<Product> ReadAsync(
        Paged<Product> list,
        Func<Product, bool> isAskedFor,
        Action<MalformedItem>? onMalformed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int others = 0;
        await foreach (Page<Product> page in list.AsPages(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            foreach (MalformedItem item in page.Malformed)
            {
                onMalformed?.Invoke(item);
            }

            foreach (Product product in page.Items)
            {
                yield return product;
            }

            if (page.Items.Count > 0 && !page.Items.Any(isAskedFor) && ++others == MaxOtherPages)
            {
                yield break;
            }
        }
    }

    private static UnsendableProduct? Judge(
        RetailerId id, Product? product, HashSet<RetailerId> parents, HashSet<ProductId> parentIds, bool isIndian, bool isWhole)
    {
        bool isParent = (parents.Contains(id) && product?.GroupId != id) || (product is not null && parentIds.Contains(product.Id));
        if (product is null)
        {
            // A group is no product, but it is what the caller took for one.
            return new()
            {
                RetailerId = id,
                Problems = isParent ? ProductProblems.ParentOfVariants : isWhole ? ProductProblems.Missing : ProductProblems.Unclear
            };
        }

        bool isRejected = product.ReviewStatus == ReviewStatus.Rejected || product.CapabilityToReviewStatus.Any(IsWhatsAppRejection);
        ProductProblems problems =
            (isRejected ? ProductProblems.Rejected
                : product.Obstacles.HasFlag(ProductObstacles.NotApproved) ? ProductProblems.InReview : ProductProblems.None)
            | (product.Obstacles.HasFlag(ProductObstacles.Hidden) ? ProductProblems.Hidden : ProductProblems.None)
            | (product.Obstacles.HasFlag(ProductObstacles.NotAvailable) ? ProductProblems.NotAvailable : ProductProblems.None)
            | (isParent ? ProductProblems.ParentOfVariants : ProductProblems.None)
            | (product.Obstacles.HasFlag(ProductObstacles.Unclear) || (isIndian && IsOriginUnclear(product))
                ? ProductProblems.Unclear
                : ProductProblems.None)
            | (isIndian && !IsOriginUnclear(product) && LacksOrigin(product) ? ProductProblems.ComplianceMissing : ProductProblems.None);
        return problems == ProductProblems.None
            ? null
            : new() { RetailerId = id, Problems = problems, RejectionReasons = isRejected ? product.ReviewRejectionReasons : [] };
    }

    private static bool IsWhatsAppRejection(KeyValuePair<string, ReviewStatus> use) =>
        use.Value == ReviewStatus.Rejected && use.Key.Contains("WHATSAPP", StringComparison.OrdinalIgnoreCase);

    private static bool IsOriginUnclear(Product product) =>
        product.IsUnread("wa_compliance_category") || product.IsUnread("origin_country");

    private static bool LacksOrigin(Product product) =>
        product.ComplianceCategory != ComplianceCategory.CountryOriginExempt && string.IsNullOrWhiteSpace(product.OriginCountry);
}
