namespace WhatsCommerce;

/// <summary>The cache of a shop and its products. Bounded: when it is full of valid entries, it is cleared.</summary>
internal sealed class PreflightCache(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(CatalogId Catalog, RetailerId Product), (UnsendableProduct? State, long At)> _products = [];
    private (ShopState State, long At)? _shop;

    public ShopState? Shop(ShopKey key, PreflightOptions options)
    {
        lock (_gate)
        {
            return _shop is var (state, at) && state.Key == key && Holds(at, !state.IsFine, options) ? state : null;
        }
    }

    public void Put(ShopState shop)
    {
        lock (_gate)
        {
            _shop = (shop, time.GetTimestamp());
        }
    }

    /// <summary>Returns whether the product is in the cache, and its problems.</summary>
    public bool TryGet(CatalogId catalog, RetailerId product, PreflightOptions options, out UnsendableProduct? state)
    {
        lock (_gate)
        {
            bool isThere = _products.TryGetValue((catalog, product), out var known) && Holds(known.At, known.State is not null, options);
            state = isThere ? known.State : null;
            return isThere;
        }
    }

    public void Put(CatalogId catalog, RetailerId product, UnsendableProduct? state, PreflightOptions options)
    {
        lock (_gate)
        {
            if (_products.Count >= options.MaxCachedProducts && !_products.ContainsKey((catalog, product)))
            {
                foreach (var (key, known) in _products.Where(entry => !Holds(entry.Value.At, entry.Value.State is not null, options))
                    .ToList())
                {
                    _products.Remove(key);
                }

                if (_products.Count >= options.MaxCachedProducts)
                {
                    _products.Clear();
                }
            }

            _products[(catalog, product)] = (state, time.GetTimestamp());
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _products.Clear();
            _shop = null;
        }
    }

    private bool Holds(long at, bool isProblem, PreflightOptions options) =>
        time.GetElapsedTime(at) < (isProblem ? options.ProblemCacheTime : options.CacheTime);
}

/// <summary>The identity of a shop; the options of a client may be reloaded.</summary>
internal readonly record struct ShopKey(PhoneNumberId Number, BusinessAccountId Account);

/// <summary>The state that applies to all products of a number.</summary>
internal sealed record ShopState(ShopKey Key, IReadOnlyList<CatalogId> Connected, bool IsVisible, bool IsIndian, bool HasCompliance)
{
    public bool IsFine => Connected.Count > 0 && IsVisible && (!IsIndian || HasCompliance);
}
