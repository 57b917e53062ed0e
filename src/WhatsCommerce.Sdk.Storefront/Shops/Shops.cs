using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>The shops of the app: those that were registered, and those of the directory.</summary>
internal sealed class Shops : IStorefrontFactory, IAsyncDisposable
{
    // A shop that the directory does not list is kept for so long after its last use.
    private static readonly TimeSpan Unlisted = TimeSpan.FromHours(1);

    // What a shop had in hand when it was replaced has ended by then.
    private static readonly TimeSpan Retirement = TimeSpan.FromHours(1);

    private readonly IServiceProvider _app;
    private readonly ShopBlueprints _blueprints;
    private readonly IStorefrontDirectory? _directory;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lazy<FrozenDictionary<string, ShopScope>> _registered;
    private readonly Lazy<FrozenDictionary<PhoneNumberId, ShopScope>> _numbers;
    private readonly ConcurrentDictionary<string, ListedShop> _listed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PhoneNumberId, string> _listedNumbers = new();
    private readonly ConcurrentQueue<(ShopScope Scope, DateTimeOffset At)> _retired = new();
    private readonly Lock _changing = new();

    public Shops(IServiceProvider app, ShopBlueprints blueprints)
    {
        _app = app;
        _blueprints = blueprints;
        _directory = app.GetService<IStorefrontDirectory>();
        _time = app.GetRequiredService<TimeProvider>();
        _logger = app.GetService<ILoggerFactory>()?.CreateLogger(StorefrontLog.Category) ?? NullLogger.Instance;
        _registered = new Lazy<FrozenDictionary<string, ShopScope>>(MakeRegistered);
        _numbers = new Lazy<FrozenDictionary<PhoneNumberId, ShopScope>>(MakeNumbers);
    }

    /// <summary>The shop of the storefront without a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ShopScope Default => _registered.Value.Values.FirstOrDefault(static shop => shop.Blueprint.Name.Length == 0)
        ?? throw new InvalidOperationException(_directory is null
            ? "There is no storefront without a name: call services.AddWhatsCommerceStorefront(section), or ask for a shop by its key."
            : "The storefront without a name is the base of the directory's shops, and no shop itself: ask IStorefrontFactory for one.");

    /// <summary>Those that this instance works for.</summary>
    public IEnumerable<ShopScope> Active =>
        _registered.Value.Values.Concat(_listed.Values.Where(static shop => shop.IsListed).Select(static shop => shop.Scope));

    /// <summary>How often the directory lists its shops; null without one.</summary>
    public TimeSpan? DirectoryInterval =>
        _directory is null ? null : _app.GetRequiredService<IOptions<StorefrontOptions>>().Value.DirectoryInterval;

    /// <summary>Makes the registered shops, so that what is wrong with them is an error at start.</summary>
    public void Prepare()
    {
        if (_registered.Value.Count > 1 || _directory is not null)
        {
            _ = _numbers.Value;
        }
    }

    public Storefront Get(string shopId) => Find(shopId)?.Get<Storefront>() ?? throw new KeyNotFoundException(
        "There is no such shop: register it with AddWhatsCommerceStorefront(name, section), or ask FindAsync for one of the directory.");

    public async ValueTask<Storefront?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
        (await FindScopeAsync(shopId, cancellationToken).ConfigureAwait(false))?.Get<Storefront>();

    public async ValueTask<Storefront?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
        (await FindScopeAsync(route, cancellationToken).ConfigureAwait(false))?.Get<Storefront>();

    /// <summary>The shop of a key that a service is asked for by.</summary>
    public ShopScope Of(object? key) => (key is string id ? Find(id) : null)
        ?? throw new KeyNotFoundException($"There is no shop with the key \"{key}\".");

    /// <summary>A shop that is known already.</summary>
    public ShopScope? Find(string shopId)
    {
        ArgumentNullException.ThrowIfNull(shopId);
        return _registered.Value.GetValueOrDefault(shopId) ?? _listed.GetValueOrDefault(shopId)?.Used(_time.GetUtcNow());
    }

    /// <summary>A shop that is known, or that the directory knows.</summary>
    public async ValueTask<ShopScope?> FindScopeAsync(string shopId, CancellationToken cancellationToken)
    {
        if (Find(shopId) is ShopScope known)
        {
            return known;
        }

        StorefrontListing? listing = _directory is null || ShopIds.Problem(shopId) is not null
            ? null
            : await _directory.FindAsync(shopId, cancellationToken).ConfigureAwait(false);
        return listing?.ShopId == shopId ? Add(listing)?.Scope : null;
    }

    /// <summary>The shop that a webhook belongs to: the one that has its number, else the one that the directory names.</summary>
    public async ValueTask<ShopScope?> FindScopeAsync(StorefrontRoute route, CancellationToken cancellationToken)
    {
        if (_directory is null && _registered.Value.Count == 1 && _registered.Value.Values[0] is { Numbers.Count: 0 } only)
        {
            return only;
        }

        PhoneNumberId number = route.PhoneNumberId;
        if (number.HasValue && (_numbers.Value.TryGetValue(number, out ShopScope? shop)
            || (_listedNumbers.TryGetValue(number, out string? id) && (shop = Find(id)) is not null)))
        {
            return shop;
        }

        return _directory is not null
            && await _directory.FindAsync(route, cancellationToken).ConfigureAwait(false) is StorefrontListing listing
                ? Add(listing)?.Scope
                : null;
    }

    /// <summary>Takes over what the directory lists now.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_directory is null)
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        await foreach (StorefrontListing listing in _directory.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Add(listing) is ListedShop shop)
            {
                shop.IsListed = true;
                seen.Add(listing.ShopId);
            }
        }

        DateTimeOffset now = _time.GetUtcNow();
        foreach ((string id, ListedShop shop) in _listed)
        {
            shop.IsListed = seen.Contains(id);
            if (!shop.IsListed && now - shop.UsedAt > Unlisted)
            {
                Remove(id, shop);
            }
        }

        while (_retired.TryPeek(out (ShopScope Scope, DateTimeOffset At) first) && now - first.At > Retirement
            && _retired.TryDequeue(out first))
        {
            await first.Scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        IEnumerable<ShopScope> registered = _registered.IsValueCreated ? _registered.Value.Values : [];
        foreach (ShopScope scope in registered
            .Concat(_listed.Values.Select(static shop => shop.Scope)).Concat(_retired.Select(static retired => retired.Scope)))
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The shop of a listing: as it is known, or made anew when it is new or has changed. Null when it cannot be made.</summary>
    private ListedShop? Add(StorefrontListing listing)
    {
        lock (_changing)
        {
            if (_listed.GetValueOrDefault(listing.ShopId) is { } known)
            {
                known.Used(_time.GetUtcNow());
                if (known.Listing.Version == listing.Version)
                {
                    return known;
                }
            }
            else
            {
                known = null;
            }

            ListedShop made;
            try
            {
                ShopBlueprint blueprint = _blueprints.Find("") ?? throw new InvalidOperationException(
                    "A directory needs the storefront without a name as the base of its shops: call AddWhatsCommerceStorefront(section).");
                if (_registered.Value.ContainsKey(listing.ShopId))
                {
                    throw new InvalidOperationException("A shop of this id is registered by the app.");
                }

                made = new ListedShop(new ShopScope(_app, blueprint, listing.ShopId, listing), listing, _time.GetUtcNow())
                {
                    IsListed = known?.IsListed == true,
                };
                _ = made.Scope.Get<ShopServices>();
            }
#pragma warning disable CA1031 // What one shop's options say must not stand in the way of the others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                StorefrontLog.ShopNotMade(_logger, exception, listing.ShopId);
                return known;
            }

            if (known is not null)
            {
                Remove(listing.ShopId, known);
            }

            _listed[listing.ShopId] = made;
            foreach (PhoneNumberId number in listing.Numbers)
            {
                _listedNumbers[number] = listing.ShopId;
            }

            return made;
        }
    }

    private void Remove(string id, ListedShop shop)
    {
        lock (_changing)
        {
            foreach (PhoneNumberId number in shop.Listing.Numbers)
            {
                _listedNumbers.TryRemove(new KeyValuePair<PhoneNumberId, string>(number, id));
            }

            if (_listed.TryRemove(new KeyValuePair<string, ListedShop>(id, shop)))
            {
                _retired.Enqueue((shop.Scope, _time.GetUtcNow()));
            }
        }
    }

    private FrozenDictionary<string, ShopScope> MakeRegistered()
    {
        Dictionary<string, ShopScope> shops = new(StringComparer.Ordinal);
        foreach (ShopBlueprint blueprint in _blueprints.All)
        {
            bool isUnnamed = blueprint.Name.Length == 0;
            if (isUnnamed && _directory is not null)
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
            PhoneNumberId clients = own.Count == 0 ? shop.Get<ShopClients>().Number : default;
            foreach (PhoneNumberId number in clients.HasValue ? [clients] : own)
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

    private sealed class ListedShop(ShopScope scope, StorefrontListing listing, DateTimeOffset usedAt)
    {
        public ShopScope Scope { get; } = scope;

        public StorefrontListing Listing { get; } = listing;

        public bool IsListed { get; set; }

        public DateTimeOffset UsedAt { get; private set; } = usedAt;

        public ShopScope Used(DateTimeOffset now)
        {
            UsedAt = now;
            return Scope;
        }
    }
}
