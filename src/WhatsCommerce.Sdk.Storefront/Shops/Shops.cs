using Microsoft.Extensions.Logging.Abstractions;

namespace WhatsCommerce.Storefronts;

/// <summary>The shops of the app: those that were registered, and those of the directory.</summary>
internal sealed class Shops : IStorefrontFactory, IAsyncDisposable, IDisposable
{
    private readonly IServiceProvider _app;
    private readonly ShopBlueprints _blueprints;
    private readonly Lazy<FrozenDictionary<string, ShopScope>> _registered;
    private readonly Lazy<FrozenDictionary<PhoneNumberId, ShopScope>> _numbers;
    private readonly ListedShops _listed;

    public Shops(IServiceProvider app, ShopBlueprints blueprints)
    {
        _app = app;
        _blueprints = blueprints;
        _registered = new Lazy<FrozenDictionary<string, ShopScope>>(MakeRegistered);
        _numbers = new Lazy<FrozenDictionary<PhoneNumberId, ShopScope>>(MakeNumbers);
        _listed = new ListedShops(
            app,
            () => blueprints.Find(""),
            id => _registered.Value.ContainsKey(id),
            app.GetRequiredService<TimeProvider>(),
            app.GetService<ILoggerFactory>()?.CreateLogger(StorefrontLog.Category) ?? NullLogger.Instance);
    }

    /// <summary>The shop of the unnamed storefront.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ShopScope Default => _registered.Value.Values.FirstOrDefault(static shop => shop.Blueprint.Name.Length == 0)
        ?? throw new InvalidOperationException(_listed.Directory is null
            ? "There is no storefront without a name: call services.AddWhatsCommerceStorefront(section), or ask for a shop by its key."
            : "The storefront without a name is the base of the directory's shops, and no shop itself: ask IStorefrontFactory for one.");

    /// <summary>The shops that the app registered.</summary>
    public IReadOnlyList<ShopScope> Registered => _registered.Value.Values;

    /// <summary>The shops that this instance works for.</summary>
    public IEnumerable<ShopScope> Active => [.. _registered.Value.Values, .. _listed.Active];

    /// <summary>All shops that this instance knows.</summary>
    public IEnumerable<ShopScope> Known => [.. _registered.Value.Values, .. _listed.Known];

    /// <summary>How often the directory lists its shops; null without one.</summary>
    public TimeSpan? DirectoryInterval => _listed.Directory is null
        ? null
        : _app.GetRequiredService<IOptions<StorefrontOptions>>().Value.DirectoryInterval;

    /// <summary>Creates the registered shops, so that invalid ones are an error at startup.</summary>
    public void Prepare()
    {
        if (_registered.Value.Count > 1 || _listed.Directory is not null)
        {
            _ = _numbers.Value;
        }
    }

    /// <summary>Updates the shops from the directory's list.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => _listed.RefreshAsync(cancellationToken);

    public Storefront Get(string shopId) => Find(shopId)?.Get<Storefront>() ?? throw new KeyNotFoundException(
        "There is no such shop: register it with AddWhatsCommerceStorefront(name, section), or ask FindAsync for one of the directory.");

    public async ValueTask<Storefront?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
        (await FindScopeAsync(shopId, cancellationToken).ConfigureAwait(false))?.Get<Storefront>();

    /// <summary>Finds a registered shop, or asks the directory.</summary>
    public async ValueTask<ShopScope?> FindScopeAsync(string shopId, CancellationToken cancellationToken) =>
        Find(shopId) ?? await _listed.FindAsync(shopId, cancellationToken).ConfigureAwait(false);

    public async ValueTask<Storefront?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
        (await FindScopeAsync(route, cancellationToken).ConfigureAwait(false))?.Get<Storefront>();

    /// <summary>The shop for the key of a keyed service.</summary>
    public ShopScope Of(object? key) => (key is string id ? Find(id) : null)
        ?? throw new KeyNotFoundException($"There is no shop with the key \"{key}\".");

    /// <summary>Finds a known shop.</summary>
    public ShopScope? Find(string shopId)
    {
        ArgumentNullException.ThrowIfNull(shopId);
        return _registered.Value.GetValueOrDefault(shopId) ?? _listed.Find(shopId);
    }

    /// <summary>Finds the shop that a webhook belongs to: the one with its number, otherwise the one that the directory finds.</summary>
    public async ValueTask<ShopScope?> FindScopeAsync(StorefrontRoute route, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (_registered.Value.Count == 1 && _listed.Directory is null && _registered.Value.Values[0] is { Numbers.Count: 0 } only)
        {
            return only;
        }

        ShopScope? known = route.PhoneNumberId.HasValue
            ? _numbers.Value.GetValueOrDefault(route.PhoneNumberId) ?? _listed.Find(route.PhoneNumberId)
            : null;
        return known ?? await _listed.FindAsync(route, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ShopScope scope in Made())
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (ShopScope scope in Made())
        {
            scope.Dispose();
        }
    }

    private IEnumerable<ShopScope> Made() => _registered.IsValueCreated ? [.. _registered.Value.Values, .. _listed.Made] : _listed.Made;

    private FrozenDictionary<string, ShopScope> MakeRegistered()
    {
        Dictionary<string, ShopScope> shops = new(StringComparer.Ordinal);
        foreach (ShopBlueprint blueprint in _blueprints.All)
        {
            bool isUnnamed = blueprint.Name.Length == 0;
            if (isUnnamed && _listed.Directory is not null)
            {
                continue;
            }

            string id = isUnnamed ? _app.GetRequiredService<IOptions<StorefrontOptions>>().Value.ShopId : blueprint.Name;
            if (!shops.TryAdd(id, new ShopScope(_app, blueprint, id)))
            {
                throw new InvalidOperationException($"Two shops have the id \"{id}\"; set another ShopId for the one without a name.");
            }
        }

        return shops.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenDictionary<PhoneNumberId, ShopScope> MakeNumbers()
    {
        Dictionary<PhoneNumberId, ShopScope> numbers = [];
        foreach (ShopScope shop in _registered.Value.Values)
        {
            IReadOnlyList<PhoneNumberId> own = shop.Numbers;
            PhoneNumberId ofClient = own.Count == 0 ? shop.Get<ShopClients>().Number : default;
            foreach (PhoneNumberId number in ofClient.HasValue ? [ofClient] : own)
            {
                if (!numbers.TryAdd(number, shop) && numbers[number] != shop)
                {
                    throw new InvalidOperationException(
                        $"The shops \"{numbers[number].Id}\" and \"{shop.Id}\" have the number {number}; it can be of one only.");
                }
            }
        }

        return numbers.ToFrozenDictionary();
    }
}
