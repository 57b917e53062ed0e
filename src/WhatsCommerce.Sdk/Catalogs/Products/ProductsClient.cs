namespace WhatsCommerce.Catalogs;

/// <summary>Reads and writes the products of a catalog. Available as <see cref="CatalogsClient.Products"/>.</summary>
/// <remarks>Without a catalog id, methods use the client's own catalog. Source: Meta,
/// marketing-api/reference/product-catalog/products.</remarks>
public partial class ProductsClient
{
    private readonly GraphTransport _transport = null!;
    private readonly ItemsBatches _batches = null!;

    private IProductApi Api => field ??= GraphApi.Create<IProductApi>(_transport, CatalogsJson.Default);

    internal ProductsClient(GraphTransport transport, ItemsBatches batches)
    {
        _transport = transport;
        _batches = batches;
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected ProductsClient() { }

    /// <summary>Lists products, page by page; at most one page is in memory.</summary>
    /// <param name="query">The filter and the requested fields; all by default.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<Product> ListAsync(
        ProductQuery? query = null, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        query ??= new ProductQuery();
        catalogId = _transport.OwnCatalog(catalogId);
        return _transport.List(
            (limit, after, token) => Api.List(
                catalogId, query.FieldList, query.Filter?.ToString(), query.OnlyApproved ? true : null, limit, after, token),
            cancellationToken,
            query.PageSize);
    }

    /// <summary>
    /// Lists the products that can be sent now: approved or without review, available, published, and not the parent of variants.
    /// </summary>
    /// <remarks>
    /// The list is read twice, because only its variants identify a parent, and they may follow it; the ids of parents are kept in memory.
    /// Does not check whether the catalog is connected and visible, nor the compliance data of a business in India.
    /// </remarks>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<Product> ListSendableAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        catalogId = _transport.OwnCatalog(catalogId);
        ProductQuery relations = new() { Fields = ["id", "retailer_id", "parent_product_id", "retailer_product_group_id"] };
        return SendableAsync(
            ListAsync(relations, catalogId, cancellationToken), ListAsync(null, catalogId, cancellationToken), cancellationToken);
    }

    /// <summary>Lists the variants of one product, which can be sent instead of their parent.</summary>
    /// <param name="groupId">The common id of the variants, <see cref="CatalogItem.GroupId"/>.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    public virtual Paged<Product> ListVariantsAsync(
        RetailerId groupId, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        Require(groupId, nameof(groupId));
        return ListAsync(
            new ProductQuery { Filter = ProductFilter.Equal("retailer_product_group_id", groupId.Value!) }, catalogId, cancellationToken);
    }

    /// <summary>Lists the groups of variants.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<ProductGroup> ListGroupsAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        catalogId = _transport.OwnCatalog(catalogId);
        return _transport.List(
            (limit, after, token) => Api.ListGroups(catalogId, ProductGroup.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Gets a product by Meta's id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="fields">The wire names of the requested fields; by default all that <see cref="Product"/> has properties for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphInvalidRequestException">There is no such product, or the token may not see it.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Product> GetAsync(
        ProductId id, IReadOnlyList<string>? fields = null, CancellationToken cancellationToken = default) =>
        await Api.Get(id, new ProductQuery { Fields = fields }.FieldList, cancellationToken).ConfigureAwait(false);

    /// <summary>Finds a product by the business's own id, page after page until it is found.</summary>
    /// <param name="retailerId">The id (SKU).</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The product; <see langword="null"/> when the catalog has none with that id.</returns>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Product?> FindAsync(
        RetailerId retailerId, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        Require(retailerId, nameof(retailerId));
        ProductQuery query = new() { Filter = ProductFilter.Equal("retailer_id", retailerId.Value!) };
        await foreach (Product product in ListAsync(query, catalogId, cancellationToken)
            .WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            // Compared here too: whether Meta's filter is case-sensitive is not documented.
            if (product.RetailerId == retailerId)
            {
                return product;
            }
        }

        return null;
    }

    private static async IAsyncEnumerable<Product> SendableAsync(
        Paged<Product> variants, Paged<Product> products, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<ProductId> parents = [];
        HashSet<RetailerId> groups = [];
        await foreach (Product variant in variants.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (variant.ParentId.HasValue)
            {
                parents.Add(variant.ParentId);
            }

            // A product without variants may be the only member of its group.
            if (variant.GroupId.HasValue && variant.GroupId != variant.RetailerId)
            {
                groups.Add(variant.GroupId);
            }
        }

        await foreach (Product product in products.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            bool isParent = parents.Contains(product.Id) || (product.GroupId != product.RetailerId && groups.Contains(product.RetailerId));
            if (product.Obstacles == ProductObstacles.None && product.RetailerId.HasValue && !isParent)
            {
                yield return product;
            }
        }
    }

    private static void Require(RetailerId id, string parameter)
    {
        if (!id.HasValue)
        {
            throw new ArgumentException(
                "The retailer id is blank; give the id (SKU, content id) under which the business knows it.", parameter);
        }
    }
}
