using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;

namespace WhatsCommerce;

/// <summary>Gets Meta's responses about a shop and its products from the cache, or requests them once for all concurrent callers.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Nobody waits on the handle of the semaphore; without it there is nothing to dispose of.")]
internal sealed class PreflightStates(GraphTransport transport, CatalogsClient catalogs, CommerceClient commerce)
{
    private readonly PreflightCache _cache = new(transport.Services.Time);
    private readonly SemaphoreSlim _turn = new(1);

    private IPreflightApi Api => field ??= GraphApi.Create<IPreflightApi>(transport, PreflightJson.Default);

    private PreflightOptions Options => transport.Services.Options.Preflight;

    public void Clear() => _cache.Clear();

    /// <summary>Gets the state that applies to all products of the client's number.</summary>
    public async Task<ShopState> GetShopAsync(CancellationToken cancellationToken)
    {
        GraphAccount account = transport.Account;
        ShopKey key = new(account.RequirePhoneNumberId(), account.RequireBusinessAccountId());
        if (_cache.Shop(key, Options) is ShopState known)
        {
            return known;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_cache.Shop(key, Options) is ShopState foundMeanwhile)
            {
                return foundMeanwhile;
            }

            ShopState shop = await AskForShopAsync(key, cancellationToken).ConfigureAwait(false);
            _cache.Put(shop);
            return shop;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gets the problems of each product; <see langword="null"/> for none.</summary>
    public async Task<Dictionary<RetailerId, UnsendableProduct?>> GetProductsAsync(
        CatalogId catalog, IReadOnlyList<RetailerId> ids, bool isIndian, CancellationToken cancellationToken)
    {
        Dictionary<RetailerId, UnsendableProduct?> found = [];
        if (!catalog.HasValue)
        {
            return ids.ToDictionary(id => id, id => (UnsendableProduct?)new UnsendableProduct
            {
                RetailerId = id,
                Problems = ProductProblems.Missing
            });
        }

        List<RetailerId> unknown = Remember(catalog, ids, found);
        if (unknown.Count == 0)
        {
            return found;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (RetailerId[] some in ProductLookup.Split(Remember(catalog, unknown, found)))
            {
                Dictionary<RetailerId, UnsendableProduct?> states =
                    await ProductLookup.AskAsync(catalogs.Products, catalog, some, isIndian, cancellationToken).ConfigureAwait(false);
                foreach ((RetailerId id, UnsendableProduct? state) in states)
                {
                    found[id] = state;
                    _cache.Put(catalog, id, state, Options);
                }
            }
        }
        finally
        {
            _turn.Release();
        }

        return found;
    }

    private async Task<ShopState> AskForShopAsync(ShopKey key, CancellationToken cancellationToken)
    {
        List<CatalogId> connected = [];
        await foreach (Page<Catalog> page in catalogs.ListConnectedAsync(key.Account, cancellationToken)
            .AsPages(cancellationToken: cancellationToken)
            .ConfigureAwait(false))
        {
            if (page.Malformed.FirstOrDefault(item => item.Id is null) is MalformedItem odd)
            {
                // No connected catalog and an unreadable one are not the same.
                throw new GraphUnavailableException(
                    $"Which catalog is connected to the account {key.Account} cannot be read from Meta's response ({odd}).",
                    new GraphFailure { ErrorClass = GraphErrorClass.Unavailable, IsRetrySafe = true, Attempts = 1 });
            }

            connected.AddRange(page.Items.Select(catalog => catalog.Id));
        }

        CommerceSettings settings = await commerce.GetSettingsAsync(cancellationToken).ConfigureAwait(false);
        bool isIndian = Options.IsIndianBusiness
            ?? IsIndian(await Api.GetNumber(key.Number, "id,display_phone_number", cancellationToken).ConfigureAwait(false));
        bool hasCompliance = isIndian && await commerce.GetComplianceAsync(cancellationToken).ConfigureAwait(false) is not null;
        return new ShopState(key, connected, settings.IsCatalogVisible, isIndian, hasCompliance);
    }

    // Takes cached products, and returns the others.
    private List<RetailerId> Remember(CatalogId catalog, IReadOnlyList<RetailerId> ids, Dictionary<RetailerId, UnsendableProduct?> found)
    {
        List<RetailerId> unknown = [];
        foreach (RetailerId id in ids)
        {
            if (_cache.TryGet(catalog, id, Options, out UnsendableProduct? state))
            {
                found[id] = state;
            }
            else
            {
                unknown.Add(id);
            }
        }

        return unknown;
    }

    // India's country code and ten digits.
    private static bool IsIndian(NumberResponse number) =>
        number.DisplayPhoneNumber is string shown
            && shown.Count(char.IsAsciiDigit) == 12
            && string.Concat(shown.Where(char.IsAsciiDigit)).StartsWith("91", StringComparison.Ordinal);
}
