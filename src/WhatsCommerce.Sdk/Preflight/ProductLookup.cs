using WhatsCommerce.Catalogs;

namespace WhatsCommerce;

/// <summary>Queries products of a catalog by their retailer ids, and evaluates them.</summary>
internal static class ProductLookup
{
    // The length of a URL is limited: servers accept some 8,000 characters.
    private const int MaxIds = 50;
    private const int MaxLength = 4_000;

    // The response to a filter is short. If Meta ignored the filter, it would be the whole catalog: pages of products that were not
    // requested.
    private const int MaxOtherPages = 10;

    private static readonly string[] Fields =
    [
        "id", "retailer_id", "review_status", "review_rejection_reasons", "capability_to_review_status", "availability", "visibility",
        "retailer_product_group_id", "parent_product_id", "wa_compliance_category", "origin_country",
    ];

    private static readonly string[] Relations = ["id", "retailer_id", "retailer_product_group_id", "parent_product_id"];

    /// <summary>Splits ids into groups that fit into one query.</summary>
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

    /// <summary>Gets the problems of each product; <see langword="null"/> for none.</summary>
    public static async Task<Dictionary<RetailerId, UnsendableProduct?>> AskAsync(
        ProductsClient products, CatalogId catalog, RetailerId[] ids, bool isIndian, CancellationToken cancellationToken)
    {
        Dictionary<RetailerId, Product> found = [];

        // An item with an unreadable id may be any of those that were not found.
        bool isWhole = true;
        ProductQuery query = new() { Fields = Fields, Filter = ProductFilter.RetailerIds(ids) };
        await foreach (Product product in ReadAsync(
            products.ListAsync(query, catalog, cancellationToken),
            product => ids.Contains(product.RetailerId),
            item => isWhole &= item.IsListed && !item.Members.Contains("retailer_id"),
            cancellationToken).ConfigureAwait(false))
        {
            // Compared here too: whether Meta's filter is case-sensitive is not documented.
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
            // A product without variants may be the only member of its group.
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
            // A group is not a product, but the caller used its id as one.
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
