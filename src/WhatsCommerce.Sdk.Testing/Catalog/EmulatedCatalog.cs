using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Testing;

/// <summary>The catalog that is connected to the local business account: in memory, changed by the test, seen by customers at once.</summary>
/// <remarks>Empty at first. Safe for use from several threads.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A catalog is what it is called; it is no general collection.")]
public sealed class EmulatedCatalog
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, EmulatedCatalogItem> _items = new(StringComparer.Ordinal);

    internal EmulatedCatalog(CatalogId id) => Id = id;

    /// <summary>The id of the catalog, which product messages name.</summary>
    public CatalogId Id { get; }

    /// <summary>All items, in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedCatalogItem> Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items.Values];
            }
        }
    }

    /// <summary>Adds an item that is in stock.</summary>
    /// <param name="retailerId">The id under which the business knows the item; at most 100 characters.</param>
    /// <param name="title">What the item is called.</param>
    /// <param name="price">The price of one piece.</param>
    /// <returns>The catalog, to add the next item.</returns>
    /// <exception cref="ArgumentException">The catalog holds the item already, or the item lacks an id, a title or a price in a currency.</exception>
    public EmulatedCatalog Add(RetailerId retailerId, string title, Money price) =>
        Add(new EmulatedCatalogItem { RetailerId = retailerId, Title = title, Price = price });

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The catalog, to add the next item.</returns>
    /// <exception cref="ArgumentException">The catalog holds the item already, or the item lacks an id, a title or a price in a currency.</exception>
    public EmulatedCatalog Add(EmulatedCatalogItem item)
    {
        Check(item);
        lock (_gate)
        {
            return _items.TryAdd(item.RetailerId.Value!, item)
                ? this
                : throw new ArgumentException($"The catalog holds '{item.RetailerId}' already; change it with Update.", nameof(item));
        }
    }

    /// <summary>Changes an item, for instance its price: <c>catalog.Update("apple-1kg", item => item with { Price = ... })</c>.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="change">Gives the changed item; its retailer id must stay.</param>
    /// <returns>The changed item.</returns>
    /// <exception cref="ArgumentException">The catalog does not hold the item, or the changed item is not a good one.</exception>
    public EmulatedCatalogItem Update(RetailerId retailerId, Func<EmulatedCatalogItem, EmulatedCatalogItem> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            EmulatedCatalogItem changed = change(Find(retailerId) ?? throw Unknown(retailerId));
            Check(changed);
            if (changed.RetailerId != retailerId)
            {
                throw new ArgumentException($"The change would turn '{retailerId}' into '{changed.RetailerId}'; remove the one and add the other.", nameof(change));
            }

            _items[retailerId.Value!] = changed;
            return changed;
        }
    }

    /// <summary>Takes an item out of the catalog. Messages that name it alone are refused from now on.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <returns>Whether the catalog held it.</returns>
    public bool Remove(RetailerId retailerId)
    {
        lock (_gate)
        {
            return retailerId.HasValue && _items.Remove(retailerId.Value);
        }
    }

    /// <summary>Looks an item up.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <returns>The item as it is now, or <see langword="null"/>.</returns>
    public EmulatedCatalogItem? Find(RetailerId retailerId)
    {
        lock (_gate)
        {
            return retailerId.HasValue ? _items.GetValueOrDefault(retailerId.Value) : null;
        }
    }

    internal ArgumentException Unknown(RetailerId retailerId) =>
        new($"The catalog holds no item '{retailerId}'. It holds: {string.Join(", ", Items.Take(20).Select(item => item.RetailerId.ToString()))}.", nameof(retailerId));

    private static void Check(EmulatedCatalogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        string? problem = item switch
        {
            { RetailerId.HasValue: false } => "An item of the catalog needs a retailer id (SKU).",
            { RetailerId.Value.Length: > 100 } => "A retailer id has at most 100 characters.",
            _ when string.IsNullOrWhiteSpace(item.Title) => $"The item '{item.RetailerId}' needs a title.",
            { Price.Currency.Code: null } => $"The price of '{item.RetailerId}' needs a currency, such as new Money(3.49m, \"USD\").",
            { Price.Amount: < 0 } => $"The price of '{item.RetailerId}' is below zero.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(item));
        }
    }
}
