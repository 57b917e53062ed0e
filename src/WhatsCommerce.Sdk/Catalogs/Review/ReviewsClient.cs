namespace WhatsCommerce.Catalogs;

/// <summary>
/// Reads and watches the results of Meta's review of items against the WhatsApp Commerce Policy. Available as
/// <see cref="CatalogsClient.Reviews"/>.
/// </summary>
/// <remarks>
/// Items of a connected catalog are reviewed automatically, and again when a customer reports one. No webhook for it is known, so changes
/// are detected by polling. Source: Meta, catalogs/sell-products-and-services; ProductItem.
/// </remarks>
public class ReviewsClient
{
    private readonly GraphTransport _transport = null!;
    private readonly ProductsClient _products = null!;

    internal ReviewsClient(GraphTransport transport, ProductsClient products)
    {
        _transport = transport;
        _products = products;
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected ReviewsClient() { }

    /// <summary>Gets the review of one item.</summary>
    /// <param name="retailerId">The item.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The review; <see langword="null"/> when the catalog has no such item.</returns>
    /// <exception cref="ArgumentException">An id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<ProductReview?> FindAsync(
        RetailerId retailerId, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        if (!retailerId.HasValue)
        {
            throw new ArgumentException(
                "The retailer id is blank; give the id (SKU, content id) under which the business knows the item.", nameof(retailerId));
        }

        catalogId = _transport.OwnCatalog(catalogId);
        await foreach (ProductReview review in ListAsync(
            ProductFilter.RetailerIds(retailerId), catalogId, null, cancellationToken).ConfigureAwait(false))
        {
            if (review.RetailerId == retailerId)
            {
                return review;
            }
        }

        return null;
    }

    /// <summary>Lists the reviews of all items.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">While it is enumerated: Meta rejected the request, or could not be reached.</exception>
    public virtual IAsyncEnumerable<ProductReview> ListAsync(
        CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
        ListAsync(null, _transport.OwnCatalog(catalogId), null, cancellationToken);

    /// <summary>Lists the items that were rejected, each with its reasons and where to appeal.</summary>
    /// <remarks>The whole catalog is read, since it is not documented whether Meta can filter by review status.</remarks>
    /// <inheritdoc cref="ListAsync(CatalogId, CancellationToken)" path="/param"/>
    /// <inheritdoc cref="ListAsync(CatalogId, CancellationToken)" path="/exception"/>
    public virtual IAsyncEnumerable<ProductReview> ListFlaggedAsync(
        CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
        ListAsync(catalogId, cancellationToken).Where(review => review.IsFlagged);

    /// <summary>Polls the catalog and returns changes of reviews: items approved, rejected with the reasons, new, removed.</summary>
    /// <remarks>
    /// <para>Runs until it is cancelled or the loop is left with <see langword="break"/>. Changes are returned during a poll, and the next
    /// page is read when they were consumed, so no backlog grows. For each product, its ids and a hash are kept in memory.</para>
    /// <para>A poll that fails because Meta throttles, cannot be reached or lets a cursor expire is retried with exponential backoff; other
    /// failures, such as a rejected token, end the watch. An item counts as removed when two complete polls in a row do not contain it,
    /// because lists shift while they are read. An item in a shape that cannot be read is reported as
    /// <see cref="ReviewChangeKind.Unclear"/>, and stops neither the others nor the watch.</para>
    /// </remarks>
    /// <param name="options">The interval, the catalog, and whether to begin with the current reviews.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException">While it is enumerated: there are more products than
    /// <see cref="ReviewWatchOptions.MaxProducts"/>.</exception>
    /// <exception cref="GraphException">While it is enumerated: a poll failed with an error that is not retried.</exception>
    /// <exception cref="OperationCanceledException">While it is enumerated: it was cancelled.</exception>
    public virtual IAsyncEnumerable<ReviewChange> WatchAsync(
        ReviewWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        ReviewWatchOptions.Check(options);
        CatalogId catalogId = _transport.OwnCatalog(options.CatalogId);
        ReviewWatch watch = new(options, _transport, catalogId);
        return watch.RunAsync(Products(options.Filter, catalogId, options.PageSize, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<ProductReview> ListAsync(
        ProductFilter? filter, CatalogId catalogId, int? pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Product product in Products(filter, catalogId, pageSize, cancellationToken)
            .WithCancellation(cancellationToken)
            .ConfigureAwait(false))
        {
            yield return ProductReview.Of(product, catalogId);
        }
    }

    private Paged<Product> Products(
        ProductFilter? filter, CatalogId catalogId, int? pageSize, CancellationToken cancellationToken) => _products.ListAsync(
        new ProductQuery { Fields = ProductReview.ProductFields, Filter = filter, PageSize = pageSize }, catalogId, cancellationToken);
}
