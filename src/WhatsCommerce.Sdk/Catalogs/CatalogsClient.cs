namespace WhatsCommerce.Catalogs;

/// <summary>
/// Manages the catalogs of a business, and connects them to WhatsApp Business accounts (WABA). Available as
/// <see cref="WhatsCommerceClient.Catalogs"/>.
/// </summary>
/// <remarks>
/// Requires a token with <c>catalog_management</c>, and with <c>whatsapp_business_management</c> to connect a catalog. An omitted business,
/// account or catalog is that of the client. Source: Meta, marketing-api/reference/product-catalog.
/// </remarks>
public class CatalogsClient
{
    private static readonly GraphOperation Create = new("create_catalog", ResponseReader.Of(CatalogsJson.Default.IdResponse))
    {
        IsSentOnce = true,
        IfRefused = ICatalogApi.IfRefused,
        IfUnknown = "Whether the catalog was created is not known: list the catalogs before creating it again.",
    };

    private readonly GraphTransport _transport = null!;

    private ICatalogApi Api => field ??= GraphApi.Create<ICatalogApi>(_transport, CatalogsJson.Default);

    internal CatalogsClient(GraphTransport transport)
    {
        _transport = transport;
        ItemsBatches batches = new(transport);
        ProductsClient products = new(transport, batches);
        Products = products;
        Inventory = new InventoryClient(transport, products, batches);
        Sets = new ProductSetsClient(transport);
        Feeds = new ProductFeedsClient(transport);
        Reviews = new ReviewsClient(transport, products);
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected CatalogsClient() { }

    /// <summary>Gets the client that reads and writes the products of a catalog.</summary>
    public virtual ProductsClient Products { get; } = null!;

    /// <summary>Gets the client that writes many items at once.</summary>
    public virtual InventoryClient Inventory { get; } = null!;

    /// <summary>Gets the client that manages the product sets of a catalog.</summary>
    public virtual ProductSetsClient Sets { get; } = null!;

    /// <summary>Gets the client that manages the product feeds of a catalog.</summary>
    public virtual ProductFeedsClient Feeds { get; } = null!;

    /// <summary>Gets the client that reads and watches the results of Meta's review of items.</summary>
    public virtual ReviewsClient Reviews { get; } = null!;

    /// <summary>Lists the catalogs that a business owns.</summary>
    /// <param name="businessId">The business portfolio.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<Catalog> ListOwnedAsync(BusinessId businessId = default, CancellationToken cancellationToken = default)
    {
        businessId = _transport.OwnBusiness(businessId);
        return _transport.List((limit, after, token) => Api.ListOwned(businessId, Catalog.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Lists the catalogs of other businesses that are shared with this one, such as those of its clients.</summary>
    /// <param name="businessId">The business portfolio.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<Catalog> ListSharedAsync(BusinessId businessId = default, CancellationToken cancellationToken = default)
    {
        businessId = _transport.OwnBusiness(businessId);
        return _transport.List((limit, after, token) => Api.ListClient(businessId, Catalog.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Creates an Ecommerce catalog, the only kind that can be connected to WhatsApp.</summary>
    /// <param name="name">The name.</param>
    /// <param name="businessId">The business portfolio that will own it.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>The id of the new catalog.</returns>
    /// <exception cref="ArgumentException">The name is blank, or the id is not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried, since that could create a second
    /// catalog.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<CatalogId> CreateAsync(
        string name, BusinessId businessId = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        byte[] body = JsonBytes.Write(name, static (writer, name) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, name);
            writer.WriteString("vertical"u8, CatalogVertical.Commerce.Value);
            writer.WriteEndObject();
        });
        GraphCall call = _transport.Post(Create, $"{_transport.OwnBusiness(businessId)}/owned_product_catalogs", body);
        return (await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Gets a catalog.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    /// <exception cref="GraphInvalidRequestException">There is no such catalog, or the token may not see it.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Catalog> GetAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default) =>
        await Api.Get(_transport.OwnCatalog(catalogId), Catalog.Fields, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a catalog with all of its items. This cannot be undone.</summary>
    /// <param name="catalogId">The catalog; required.</param>
    /// <param name="withLiveProductSets">
    /// Whether to delete the catalog even if its product sets are in use, for instance by an advertisement.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteAsync(
        CatalogId catalogId, bool withLiveProductSets = false, CancellationToken cancellationToken = default) =>
        await Api.Delete(catalogId, withLiveProductSets ? true : null, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the catalogs that are connected to a WhatsApp Business account: at most one.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<Catalog> ListConnectedAsync(BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        accountId = _transport.OwnAccount(accountId);
        return _transport.List(
            (limit, after, token) => Api.ListConnected(accountId, Catalog.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Connects a catalog to a WhatsApp Business account, whose numbers can then send its products.</summary>
    /// <remarks>
    /// Meta's rules are checked first: the catalog must be an Ecommerce catalog, and an account can have only one. A catalog can serve
    /// several accounts. If the catalog is already connected, nothing is sent. It may take hours until customers see it.
    /// </remarks>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is not a valid Meta id.</exception>
    /// <exception cref="CatalogConnectionException">A rule prevents the connection; the message says which one, and what to do.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task ConnectAsync(
        CatalogId catalogId = default, BusinessAccountId accountId = default, CancellationToken cancellationToken = default)
    {
        catalogId = _transport.OwnCatalog(catalogId);
        accountId = _transport.OwnAccount(accountId);
        Catalog catalog = await GetAsync(catalogId, cancellationToken).ConfigureAwait(false);
        if (catalog.Vertical.HasValue && catalog.Vertical != CatalogVertical.Commerce)
        {
            throw new CatalogConnectionException(
                $"The catalog {catalogId} is of the kind '{catalog.Vertical}'. WhatsApp can use Ecommerce catalogs ('commerce') only, and "
                    + "the kind of a catalog cannot be changed: create another one.",
                CatalogConnectionRule.NotEcommerce, catalogId, catalog);
        }

        await foreach (Catalog connected in ListConnectedAsync(accountId, cancellationToken).ConfigureAwait(false))
        {
            if (connected.Id == catalogId)
            {
                return;
            }

            throw new CatalogConnectionException(
                $"The WhatsApp Business account {accountId} sells from the catalog {connected.Id} ('{connected.Name}'), and can have one "
                    + "only. Disconnect that one before, or put the items into it. A catalog can serve several accounts.",
                CatalogConnectionRule.AlreadyConnected, catalogId, connected);
        }

        await Api.Connect(accountId, new CatalogConnection(catalogId), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Disconnects a catalog from a WhatsApp Business account, whose numbers can then no longer send its products.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DisconnectAsync(
        CatalogId catalogId = default, BusinessAccountId accountId = default, CancellationToken cancellationToken = default) =>
        await Api.Disconnect(_transport.OwnAccount(accountId), _transport.OwnCatalog(catalogId), cancellationToken).ConfigureAwait(false);
}
