using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WhatsCommerce;

namespace OrderBot;

/// <summary>The priced carts, and whether they were checked out. A real shop stores this in its database.</summary>
internal sealed class Orders(IConfiguration configuration, IServer server)
{
    private readonly ConcurrentDictionary<string, PricedOrder> _offered = new();
    private readonly ConcurrentDictionary<string, PricedOrder> _placed = new();
    private readonly ConcurrentDictionary<string, bool> _confirmed = new();
    private readonly ConcurrentDictionary<MessageId, string> _keys = new();

    public IReadOnlyCollection<PricedOrder> Placed => [.. _placed.Values];

    /// <summary>Stores a priced cart and returns its checkout link: the same link when the cart is redelivered.</summary>
    public string Offer(PricedOrder order)
    {
        string key = _keys.GetOrAdd(order.Id, _ => RandomNumberGenerator.GetHexString(16, lowercase: true));
        _offered[key] = order;
        return $"{Address}/checkout/{key}";
    }

    public PricedOrder? Find(string key) => _offered.GetValueOrDefault(key);

    public bool IsPlaced(string key) => _placed.ContainsKey(key);

    /// <summary>Places an order. Idempotent.</summary>
    public void Place(string key) => _placed.TryAdd(key, _offered[key]);

    /// <summary>The placed orders that are not confirmed to the customer yet.</summary>
    public IReadOnlyList<(string Key, PricedOrder Order)> Unconfirmed =>
        [.. _placed.Where(order => !_confirmed.ContainsKey(order.Key)).Select(order => (order.Key, order.Value))];

    /// <summary>Records that the customer was notified.</summary>
    public void Confirm(string key) => _confirmed[key] = true;

    private string Address => configuration["Shop:PublicAddress"]
        ?? server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
