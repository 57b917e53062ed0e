namespace WhatsCommerce.Storefronts;

/// <summary>
/// Counts products that were ordered together in the shop's last orders. Products that only one customer combined are left out: they would
/// reveal what one person ordered.
/// </summary>
internal sealed class OrderedTogether(ShopServices shop)
{
    private const int OrdersCounted = 500;
    private const int PageSize = 100;
    private const int MostLines = 30;
    private const int LeastCustomers = 2;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private volatile Counted? _counted;

    /// <summary>The products that others combined with the given ones, most customers first.</summary>
    public async Task<IReadOnlyList<RetailerId>> PickAsync(
        IReadOnlyCollection<RetailerId> products, CustomerKey customer, CancellationToken cancellationToken)
    {
        Dictionary<RetailerId, Dictionary<RetailerId, HashSet<CustomerKey>>> pairs =
            await PairsAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, HashSet<CustomerKey>> joined = [];
        foreach (RetailerId product in products)
        {
            foreach ((RetailerId other, HashSet<CustomerKey> who) in pairs.GetValueOrDefault(product) ?? [])
            {
                if (!products.Contains(other))
                {
                    (joined.TryGetValue(other, out HashSet<CustomerKey>? all) ? all : joined[other] = []).UnionWith(who);
                }
            }
        }

        return
        [
            .. joined.Select(pair => (pair.Key, Count: pair.Value.Count(who => who != customer)))
                .Where(pair => pair.Count >= LeastCustomers)
                .OrderByDescending(pair => pair.Count)
                .ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
                .Select(pair => pair.Key),
        ];
    }

    private async Task<Dictionary<RetailerId, Dictionary<RetailerId, HashSet<CustomerKey>>>> PairsAsync(
        CancellationToken cancellationToken)
    {
        // Concurrent callers may both recount expired data, which is harmless and avoids a lock.
        Counted? counted = _counted;
        if (counted is null || shop.Now >= counted.At + Lifetime || shop.Now < counted.At)
        {
            counted = new Counted(await CountAsync(cancellationToken).ConfigureAwait(false), shop.Now);
            _counted = counted;
        }

        return counted.Pairs;
    }

    private async Task<Dictionary<RetailerId, Dictionary<RetailerId, HashSet<CustomerKey>>>> CountAsync(
        CancellationToken cancellationToken)
    {
        Dictionary<RetailerId, Dictionary<RetailerId, HashSet<CustomerKey>>> pairs = [];
        OrderQuery query = new() { Limit = PageSize };
        IReadOnlyList<Order> page;
        int read = 0;
        do
        {
            page = await shop.Store.ListOrdersAsync(shop.ShopId, query, cancellationToken).ConfigureAwait(false);
            read += page.Count;
            foreach (Order order in page.Where(ReorderHistory.Counts))
            {
                RetailerId[] lines = [.. order.Quote.Lines.Select(line => line.RetailerId).Take(MostLines)];
                foreach (RetailerId one in lines)
                {
                    foreach (RetailerId other in lines.Where(other => other != one))
                    {
                        Dictionary<RetailerId, HashSet<CustomerKey>> with =
                            pairs.TryGetValue(one, out var known) ? known : pairs[one] = [];
                        (with.TryGetValue(other, out HashSet<CustomerKey>? who) ? who : with[other] = []).Add(order.Customer);
                    }
                }
            }

            query = query with { Before = page.Count > 0 ? page[^1].CreatedAt : null };
        }
        while (page.Count == PageSize && read < OrdersCounted);

        return pairs;
    }

    private sealed record Counted(Dictionary<RetailerId, Dictionary<RetailerId, HashSet<CustomerKey>>> Pairs, DateTimeOffset At);
}
