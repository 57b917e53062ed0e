using System.Runtime.InteropServices;

namespace WhatsCommerce.Storefronts;

/// <summary>The catalog of one shop in memory. Callers must hold the lock of the store.</summary>
internal sealed class MemoryCatalogShop
{
    private readonly Dictionary<RetailerId, CatalogProduct> _products = [];
    private readonly SortedSet<string> _order = new(StringComparer.Ordinal);

    // The numbers of products still in the catalog by group, by parent and by category.
    private readonly Dictionary<RetailerId, int> _variants = [];
    private readonly Dictionary<ProductId, int> _children = [];
    private readonly Dictionary<string, int> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<CollectionId, (CatalogCollection Collection, List<RetailerId> Members)> _sets = [];

    public CatalogImport? Import { get; set; }

    public void Write(CatalogProduct product)
    {
        CatalogProduct? stored = _products.GetValueOrDefault(product.RetailerId);
        if (stored?.ReadAt > product.ReadAt)
        {
            return;
        }

        if (stored is not null)
        {
            Count(stored, -1);
        }

        CatalogProduct written = product with { IsSearchable = stored?.IsSearchable ?? product.IsSearchable, IsParent = false };
        _products[product.RetailerId] = written;
        _order.Add(product.RetailerId.Value!);
        Count(written, 1);
    }

    public void Write(CollectionPage page)
    {
        List<RetailerId> members = _sets.TryGetValue(page.Collection.Id, out var stored) ? stored.Members : [];
        _sets[page.Collection.Id] = (page.Collection, members);
        for (int i = 0; i < page.Products.Count; i++)
        {
            if (page.First + i < members.Count)
            {
                members[page.First + i] = page.Products[i];
            }
            else
            {
                members.Add(page.Products[i]);
            }
        }

        int end = page.First + page.Products.Count;
        if (page.IsLast && members.Count > end)
        {
            members.RemoveRange(end, members.Count - end);
        }
    }

    public void Keep(IReadOnlyList<CollectionId> kept)
    {
        foreach (CollectionId other in _sets.Keys.Except(kept).ToArray())
        {
            _sets.Remove(other);
        }
    }

    public CatalogProduct? Find(RetailerId id) =>
        id.HasValue && _products.TryGetValue(id, out CatalogProduct? product) ? Judged(product) : null;

    public IEnumerable<CatalogProduct> All => _order.Select(id => Judged(_products[id]));

    public IReadOnlyList<CatalogProduct> List(CatalogQuery query)
    {
        IEnumerable<CatalogProduct> from;
        string? category = null;
        if (_sets.TryGetValue(query.CollectionId, out var set))
        {
            from = set.Members.Select(Find).OfType<CatalogProduct>();
        }
        else
        {
            if (query.CollectionId.HasValue)
            {
                category = CategoryOf(query.CollectionId);
                if (category is null)
                {
                    return [];
                }
            }

            IEnumerable<string> ids = !query.After.HasValue
                ? _order
                : _order.Count == 0 || string.CompareOrdinal(query.After.Value, _order.Max) >= 0
                    ? []
                    : _order.GetViewBetween(query.After.Value!, _order.Max!).SkipWhile(id => id == query.After.Value);
            from = ids.Select(id => _products[id]);
        }

        return
        [
            .. from
                .Where(row => (query.IncludeGone || row.GoneAt is null)
                    && (category is null || row.Category == category)
                    && (!query.GroupId.HasValue || IsVariantOf(row, query.GroupId))
                    && (!query.OnlyUnmapped || row.OwnId is null)
                    && (query.ReadBefore is not DateTimeOffset before || row.ReadAt < before))
                .Skip(query.Skip)
                .Take(query.Limit)
                .Select(Judged),
        ];
    }

    public IEnumerable<CatalogCollection> Collections(bool categories) => categories
        ? _categories.Select(pair => CategoryNamed(pair.Key, pair.Value))
        : _sets.Values.Select(set => set.Collection);

    public CatalogCollection? FindCollection(CollectionId id) =>
        _sets.TryGetValue(id, out var set) ? set.Collection
        : CategoryOf(id) is string category ? CategoryNamed(category, _categories[category])
        : null;

    public int SetSearchable(RetailerId id, bool isSearchable)
    {
        CatalogProduct[] meant = [.. _products.Values.Where(row => row.RetailerId == id || row.GroupId == id)];
        foreach (CatalogProduct product in meant)
        {
            _products[product.RetailerId] = product with { IsSearchable = isSearchable };
        }

        return meant.Length;
    }

    private static CatalogCollection CategoryNamed(string category, int count) =>
        new() { Id = CollectionId.FromCategory(category), Name = category, IsCategory = true, Count = count };

    private string? CategoryOf(CollectionId id) => id.HasValue
        ? _categories.Keys.FirstOrDefault(category => CollectionId.FromCategory(category) == id)
        : null;

    private bool IsVariantOf(CatalogProduct product, RetailerId group) =>
        product.GroupId == group && !IsParent(product);

    private CatalogProduct Judged(CatalogProduct product) => IsParent(product) ? product with { IsParent = true } : product;

    private bool IsParent(CatalogProduct product) =>
        (product.MetaId.HasValue && _children.ContainsKey(product.MetaId))
        || (product.GroupId != product.RetailerId && _variants.ContainsKey(product.RetailerId));

    private void Count(CatalogProduct product, int by)
    {
        if (product.GoneAt is not null)
        {
            return;
        }

        if (product.GroupId.HasValue && product.GroupId != product.RetailerId)
        {
            Count(_variants, product.GroupId, by);
        }

        if (product.ParentId.HasValue && product.ParentId != product.MetaId)
        {
            Count(_children, product.ParentId, by);
        }

        if (!string.IsNullOrWhiteSpace(product.Category))
        {
            Count(_categories, product.Category, by);
        }
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key, int by)
        where TKey : notnull
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count += by;
        if (count == 0)
        {
            counts.Remove(key);
        }
    }
}
