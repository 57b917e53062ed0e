using System.Collections.Concurrent;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>The shops of the app's directory, created when first used and again when they have changed.</summary>
internal sealed class ListedShops(
    IServiceProvider app, Func<ShopBlueprint?> findBlueprint, Func<string, bool> isRegistered, TimeProvider time, ILogger logger)
{
    // How long a shop that the directory does not list is kept after its last use.
    private static readonly TimeSpan Unlisted = TimeSpan.FromHours(1);

    // How long a replaced shop is kept, so that its running work can end.
    private static readonly TimeSpan Retirement = TimeSpan.FromHours(1);

    // Lazy, because a directory may itself depend on shops.
    private readonly Lazy<IStorefrontDirectory?> _directory = new(app.GetService<IStorefrontDirectory>);
    private readonly ConcurrentDictionary<string, ListedShop> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PhoneNumberId, string> _byNumber = new();
    private readonly ConcurrentQueue<(ShopScope Scope, DateTimeOffset At)> _retired = new();
    private readonly Lock _changing = new();

    /// <summary>The directory; null when the app has none.</summary>
    public IStorefrontDirectory? Directory => _directory.Value;

    /// <summary>The shops that the directory listed for this instance.</summary>
    public IEnumerable<ShopScope> Active => _byId.Values.Where(static shop => shop.IsListed).Select(static shop => shop.Scope);

    /// <summary>All shops that were used for any reason.</summary>
    public IEnumerable<ShopScope> Known => _byId.Values.Select(static shop => shop.Scope);

    /// <summary>All shops that were created and not disposed.</summary>
    public IEnumerable<ShopScope> Made => [.. Known, .. _retired.Select(static retired => retired.Scope)];

    public ShopScope? Find(string id) => _byId.GetValueOrDefault(id)?.Used(time.GetUtcNow());

    public ShopScope? Find(PhoneNumberId number) => _byNumber.TryGetValue(number, out string? id) ? Find(id) : null;

    /// <summary>Finds a known shop, or asks the directory for it.</summary>
    public async ValueTask<ShopScope?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Directory is null || ShopIds.Problem(id) is not null)
        {
            return null;
        }

        return Find(id)
            ?? (await Directory.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } listing && listing.ShopId == id
                ? Add(listing)?.Scope
                : null);
    }

    /// <summary>Finds the shop for a webhook in the directory.</summary>
    public async ValueTask<ShopScope?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken) =>
        Directory is not null
        && await Directory.FindAsync(route, cancellationToken).ConfigureAwait(false) is StorefrontListing listing
            ? Add(listing)?.Scope
            : null;

    /// <summary>Updates the shops from the directory's list.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (Directory is null)
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        await foreach (StorefrontListing listing in Directory.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Add(listing) is ListedShop shop)
            {
                shop.IsListed = true;
                seen.Add(listing.ShopId);
            }
        }

        await CheckAsync(seen).ConfigureAwait(false);
        DateTimeOffset now = time.GetUtcNow();
        foreach ((string id, ListedShop shop) in _byId)
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

    /// <summary>Logs what is wrong with shops that were created since the last list: a number of two, and parts that cannot run.</summary>
    private async Task CheckAsync(IEnumerable<string> ids)
    {
        ListedShop[] listed = [.. ids.Select(id => _byId.GetValueOrDefault(id)).OfType<ListedShop>()];
        if (Array.TrueForAll(listed, static shop => shop.IsChecked))
        {
            return;
        }

        ILookup<PhoneNumberId, ListedShop> owners = listed
            .SelectMany(static shop => shop.Listing.Numbers.Distinct().Select(number => (Number: number, Shop: shop)))
            .ToLookup(static owned => owned.Number, static owned => owned.Shop);
        foreach (ListedShop shop in listed.Where(static shop => !shop.IsChecked))
        {
            foreach (PhoneNumberId number in shop.Listing.Numbers.Distinct())
            {
                // Of two new shops, the second one tells.
                if (owners[number].FirstOrDefault(static owner => owner.IsChecked) is { } other)
                {
                    StorefrontLog.NumberOfTwoShops(
                        logger, other.Listing.ShopId, shop.Listing.ShopId, number, _byNumber.GetValueOrDefault(number));
                }
            }

            shop.IsChecked = true;
            foreach (string problem in await ShopPartsCheck.ProblemsAsync(shop.Scope, logger).ConfigureAwait(false))
            {
                StorefrontLog.PartCannotRun(logger, problem);
            }
        }
    }

    /// <summary>The shop of a listing, created again if it is new or has changed. Null if it cannot be created.</summary>
    private ListedShop? Add(StorefrontListing listing)
    {
        lock (_changing)
        {
            ListedShop? known = _byId.GetValueOrDefault(listing.ShopId);
            known?.Used(time.GetUtcNow());
            if (known is not null && known.Listing.Version == listing.Version)
            {
                return known;
            }

            if (Make(listing) is not ShopScope scope)
            {
                return known;
            }

            if (known is not null)
            {
                Remove(listing.ShopId, known);
            }

            ListedShop made = new(scope, listing, time.GetUtcNow()) { IsListed = known?.IsListed == true };
            _byId[listing.ShopId] = made;
            foreach (PhoneNumberId number in listing.Numbers)
            {
                _byNumber[number] = listing.ShopId;
            }

            return made;
        }
    }

    private ShopScope? Make(StorefrontListing listing)
    {
        try
        {
            if (isRegistered(listing.ShopId))
            {
                throw new InvalidOperationException("A shop of this id is registered by the app.");
            }

            if (listing.Numbers.Any(static number => !MetaIdAttribute.Fits(number.Value)))
            {
                throw new InvalidOperationException(MetaIdAttribute.Problem("One of its PhoneNumberIds", isOfNumber: true));
            }

            ShopScope scope = new(
                app,
                findBlueprint() ?? throw new InvalidOperationException(
                    "A directory needs the storefront without a name as the base of its shops: call AddWhatsCommerceStorefront(section)."),
                listing.ShopId,
                listing);
            _ = scope.Get<ShopServices>();
            return scope;
        }
        catch (Exception exception)
        {
            // Invalid options of one shop must not affect the others.
            StorefrontLog.ShopNotMade(logger, exception, listing.ShopId);
            return null;
        }
    }

    private void Remove(string id, ListedShop shop)
    {
        lock (_changing)
        {
            foreach (PhoneNumberId number in shop.Listing.Numbers)
            {
                _byNumber.TryRemove(new KeyValuePair<PhoneNumberId, string>(number, id));
            }

            if (_byId.TryRemove(new KeyValuePair<string, ListedShop>(id, shop)))
            {
                _retired.Enqueue((shop.Scope, time.GetUtcNow()));
            }
        }
    }

    private sealed class ListedShop(ShopScope scope, StorefrontListing listing, DateTimeOffset usedAt)
    {
        public ShopScope Scope { get; } = scope;
        public StorefrontListing Listing { get; } = listing;
        public bool IsListed { get; set; }
        public bool IsChecked { get; set; }
        public DateTimeOffset UsedAt { get; private set; } = usedAt;

        public ShopScope Used(DateTimeOffset now)
        {
            UsedAt = now;
            return Scope;
        }
    }
}
