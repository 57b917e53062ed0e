using System.Globalization;
using System.Security.Cryptography;
using WhatsCommerce;
using WhatsCommerce.Storefronts;

namespace OwnShop;

/// <summary>The shop's own orders. A real shop stores them in its database.</summary>
internal sealed class OrderBook(Shelf shelf)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OwnOrder> _byKey = [];
    private readonly Dictionary<CartId, string> _keys = [];

    public IReadOnlyList<OwnOrder> Placed
    {
        get
        {
            lock (_gate)
            {
                return [.. _byKey.Values.Where(order => order.IsPlaced).OrderBy(order => order.Number, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>
    /// Creates an order from a cart, with the shop's own prices. Idempotent: returns the existing order for the same cart.
    /// </summary>
    /// <param name="cart">The cart.</param>
    /// <param name="isbns">The ISBNs of its items.</param>
    public OwnOrder Enter(Cart cart, IReadOnlyDictionary<RetailerId, string> isbns)
    {
        List<OwnLine> lines = [];
        List<string> missing = [];
        foreach (CartLine line in cart.Lines)
        {
            Book? book = shelf.Find(isbns.GetValueOrDefault(line.RetailerId));
            if (book is null || book.InStock < line.Quantity)
            {
                missing.Add(book is null ? line.RetailerId.ToString() : $"{book.Title} ({book.InStock} left)");
            }
            else
            {
                lines.Add(new OwnLine(book, line.Quantity, line.ShownPrice));
            }
        }

        lock (_gate)
        {
            if (_keys.TryGetValue(cart.Id, out string? known))
            {
                return _byKey[known];
            }

            string number = string.Create(CultureInfo.InvariantCulture, $"LB-{1001 + _byKey.Count}");
            OwnOrder order = new(number, RandomNumberGenerator.GetHexString(32, lowercase: true), cart.Id, cart.To, lines, missing);
            _keys[cart.Id] = order.Key;
            _byKey[order.Key] = order;
            return order;
        }
    }

    public OwnOrder? Find(string key)
    {
        lock (_gate)
        {
            return _byKey.GetValueOrDefault(key);
        }
    }

    /// <summary>Places an order once, if everything is still in stock.</summary>
    /// <returns>The order afterwards: placed, or changed because something was sold in the meantime.</returns>
    public OwnOrder Place(OwnOrder order)
    {
        lock (_gate)
        {
            OwnOrder now = _byKey[order.Key];
            if (!now.IsPlaced && now.Lines.Count > 0 && shelf.TryTake(now.Lines))
            {
                now = _byKey[order.Key] = now with { IsPlaced = true };
            }

            return now;
        }
    }
}
