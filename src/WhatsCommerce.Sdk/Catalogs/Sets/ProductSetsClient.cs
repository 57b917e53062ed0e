namespace WhatsCommerce.Catalogs;

/// <summary>Manages the product sets of a catalog. Available as <see cref="CatalogsClient.Sets"/>.</summary>
/// <remarks>Without a catalog id, methods use the client's own catalog. Source: Meta, marketing-api/reference/product-set.</remarks>
public class ProductSetsClient
{
    private static readonly GraphOperation Create = new("create_product_set", ResponseReader.Of(CatalogsJson.Default.IdResponse))
    {
        IsSentOnce = true,
        IfRefused = ICatalogApi.IfRefused,
        IfUnknown = "Whether the set was created is not known: list the sets before creating it again.",
    };

    private static readonly GraphOperation Update = new("update_product_set", ResponseReader.Of(CatalogsJson.Default.SuccessResponse))
    {
        IfRefused = ICatalogApi.IfRefused,
    };

    private readonly GraphTransport _transport = null!;

    private IProductSetApi Api => field ??= GraphApi.Create<IProductSetApi>(_transport, CatalogsJson.Default);

    internal ProductSetsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected ProductSetsClient() { }

    /// <summary>Lists the product sets of a catalog.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<ProductSet> ListAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        catalogId = _transport.OwnCatalog(catalogId);
        return _transport.List((limit, after, token) => Api.List(catalogId, ProductSet.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Lists the products of a set.</summary>
    /// <param name="setId">The set.</param>
    /// <param name="query">
    /// The filter and the requested fields; all by default. <see cref="ProductQuery.OnlyApproved"/> is not supported for sets.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id, or only approved products are requested.</exception>
    public virtual Paged<Product> ListProductsAsync(
        ProductSetId setId, ProductQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ProductQuery();
        if (query.OnlyApproved)
        {
            throw new ArgumentException(
                "Meta lists approved products of a whole catalog only; look at ReviewStatus, or filter by review_status.", nameof(query));
        }

        GraphPath.Check(setId);
        return _transport.List(
            (limit, after, token) => Api.ListProducts(setId, query.FieldList, query.Filter?.ToString(), limit, after, token),
            cancellationToken,
            query.PageSize);
    }

    /// <summary>Creates a product set.</summary>
    /// <param name="name">The name.</param>
    /// <param name="filter">The filter of its products, which also applies to future ones; <see langword="null"/> for all.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>The id of the new set.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the id is not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried, since that could create a second
    /// set.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<ProductSetId> CreateAsync(
        string name, ProductFilter? filter = null, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        byte[] body = Describe(name, filter);
        GraphCall call = _transport.Post(Create, $"{_transport.OwnCatalog(catalogId)}/product_sets", body);
        return (await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Renames a product set, or changes its products. Omitted values are unchanged.</summary>
    /// <param name="setId">The set.</param>
    /// <param name="name">The new name.</param>
    /// <param name="filter">The new filter of its products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// Neither name nor filter is given, the name is blank, or the id is absent or not a valid Meta id.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task UpdateAsync(
        ProductSetId setId, string? name = null, ProductFilter? filter = null, CancellationToken cancellationToken = default)
    {
        if (name is null && filter is null)
        {
            throw new ArgumentException("Nothing would be changed: give a name, a filter, or both.", nameof(name));
        }

        if (name is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
        }

        GraphPath.Check(setId);
        GraphCall call = _transport.Post(Update, $"{setId}", Describe(name, filter));
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a product set; its products are kept.</summary>
    /// <param name="setId">The set.</param>
    /// <param name="isLive">Whether to delete the set even if it is in use, for instance by an advertisement.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteAsync(ProductSetId setId, bool isLive = false, CancellationToken cancellationToken = default) =>
        await Api.Delete(setId, isLive ? true : null, cancellationToken).ConfigureAwait(false);

    private static byte[] Describe(string? name, ProductFilter? filter) => JsonBytes.Write((name, filter), static (writer, set) =>
    {
        writer.WriteStartObject();
        writer.WriteOptional("name"u8, set.name);
        if (set.filter is not null)
        {
            writer.WritePropertyName("filter"u8);
            writer.WriteRawValue(set.filter.ToString());
        }

        writer.WriteEndObject();
    });
}
