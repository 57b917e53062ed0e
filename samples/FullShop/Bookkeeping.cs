using System.Collections.Concurrent;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace FullShop;

/// <summary>The books of the shop. A handler runs at least once, so entries are deduplicated by order id.</summary>
internal sealed class Bookkeeping
{
    private readonly ConcurrentDictionary<OrderId, Money> _booked = new();

    public IReadOnlyDictionary<OrderId, Money> Booked => _booked;

    public Task BookAsync(OrderPlaced placed, CancellationToken cancellationToken)
    {
        _booked.TryAdd(placed.OrderId, placed.Total);
        return Task.CompletedTask;
    }
}
