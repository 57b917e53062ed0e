using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Testing;

/// <summary>
/// A catalog of the local business: in memory, changed by the test and through the API; changes are immediately visible to customers.
/// </summary>
/// <remarks>Initially empty. Thread-safe.</remarks>
[SuppressMessage(
    "Naming",
    "CA1710:Identifiers should have correct suffix",
    Justification = "A catalog is what it is called; it is no general collection.")]
public sealed partial class EmulatedCatalog
{
    private readonly Lock _gate = new();
    private readonly CloudApiEmulatorOptions _options;
    private readonly IdSequence _ids;
    private readonly EmulatorChanges _changes;
    private readonly EmulatorTimers _timers;
    private readonly EmulatedBatches _batches;

    // In the order of their ids, which is the order in which they came: pages are found by a binary search.
    private readonly List<CatalogEntry> _entries = [];
    private readonly Dictionary<string, CatalogEntry> _byRetailerId = new(StringComparer.Ordinal);
    private readonly List<CatalogBatch> _underWay = [];

    // Called by EmulatedCatalogs.
    internal EmulatedCatalog(CatalogId id, string name, CatalogParts parts)
    {
        Id = id;
        Name = name;
        (_options, _ids, _changes, _timers, Reviews, _batches) = parts;
    }

    /// <summary>The id of the catalog, which product messages contain.</summary>
    public CatalogId Id { get; }

    /// <summary>The name of the catalog.</summary>
    public string Name { get; internal set; }

    /// <summary>Meta's vertical of the catalog. Only a <c>commerce</c> catalog can be connected to an account.</summary>
    public string Vertical { get; internal init; } = "commerce";

    /// <summary>Whether the business owns the catalog; otherwise a client has shared it.</summary>
    public bool IsOwned { get; internal init; } = true;

    /// <summary>The number of items.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                ApplyWhatIsDue();
                return _entries.Count;
            }
        }
    }

    /// <summary>All items, in the order in which they were added. Each call returns a new list.</summary>
    public IReadOnlyList<EmulatedCatalogItem> Items => [.. Entries().Select(ItemAttributes.View)];

    /// <summary>Adds an item that is in stock.</summary>
    /// <param name="retailerId">The id under which the business knows the item; at most 100 characters.</param>
    /// <param name="title">The title of the item.</param>
    /// <param name="price">The unit price.</param>
    /// <returns>The catalog, for chaining.</returns>
    /// <exception cref="ArgumentException">
    /// The catalog already contains the item, or the item has no id, no title or no price with a currency.
    /// </exception>
    public EmulatedCatalog Add(RetailerId retailerId, string title, Money price) =>
        Add(new EmulatedCatalogItem { RetailerId = retailerId, Title = title, Price = price });

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The catalog, for chaining.</returns>
    /// <exception cref="ArgumentException">
    /// The catalog already contains the item, or the item has no id, no title or no price with a currency.
    /// </exception>
    public EmulatedCatalog Add(EmulatedCatalogItem item)
    {
        Check(item);
        lock (_gate)
        {
            ApplyWhatIsDue();
            if (_byRetailerId.ContainsKey(item.RetailerId.Value!))
            {
                throw new ArgumentException($"The catalog holds '{item.RetailerId}' already; change it with Update.", nameof(item));
            }

            Put(EntryOf(item, _ids.Next()));
            return this;
        }
    }

    /// <summary>Changes an item, for example its price: <c>catalog.Update("apple-1kg", item => item with { Price = ... })</c>.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="change">Returns the changed item; its retailer id must not change.</param>
    /// <returns>The changed item.</returns>
    /// <exception cref="ArgumentException">The catalog does not contain the item, or the changed item is invalid.</exception>
    public EmulatedCatalogItem Update(RetailerId retailerId, Func<EmulatedCatalogItem, EmulatedCatalogItem> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            CatalogEntry before = FindEntry(retailerId.Value) ?? throw Unknown(retailerId);
            EmulatedCatalogItem changed = change(ItemAttributes.View(before));
            Check(changed);
            if (changed.RetailerId != retailerId)
            {
                throw new ArgumentException(
                    $"The change would turn '{retailerId}' into '{changed.RetailerId}'; remove the one and add the other.", nameof(change));
            }

            Put(EntryOf(changed, before.Id, before.Attributes) with { ReviewDue = before.ReviewDue });
            return changed;
        }
    }

    /// <summary>Removes an item from the catalog. Messages that contain only this item are rejected from then on.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <returns>Whether the catalog contained the item.</returns>
    public bool Remove(RetailerId retailerId)
    {
        lock (_gate)
        {
            ApplyWhatIsDue();
            return Drop(retailerId.Value);
        }
    }

    /// <summary>Finds an item.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <returns>The current item, or <see langword="null"/>.</returns>
    public EmulatedCatalogItem? Find(RetailerId retailerId) => FindEntry(retailerId.Value) is { } entry ? ItemAttributes.View(entry) : null;

    /// <summary>Whether customers see an item: the catalog contains it, and it is neither hidden nor rejected.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public bool Shows(RetailerId retailerId) => Find(retailerId) is { } item && Shows(item);

    /// <summary>Whether customers can put an item into a cart: it is visible and available.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public bool Sells(RetailerId retailerId) => Find(retailerId) is { } item && Sells(item);

    internal bool Shows(EmulatedCatalogItem item) =>
        !item.IsHidden && FindEntry(item.RetailerId.Value) is { } entry && Reviews.StatusOf(entry) != "rejected";

    internal bool Sells(EmulatedCatalogItem item) => item.Availability.CanBeOrdered && Shows(item);

    /// <summary>Returns the status of Meta's review of an item: <c>approved</c>, <c>pending</c> or <c>rejected</c>.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <exception cref="ArgumentException">The catalog does not contain the item.</exception>
    public string ReviewOf(RetailerId retailerId) => Reviews.StatusOf(FindEntry(retailerId.Value) ?? throw Unknown(retailerId));

    internal ArgumentException Unknown(RetailerId retailerId) =>
        new(
            $"The catalog holds no item '{retailerId}'. It holds: "
                + $"{string.Join(", ", Entries().Take(20).Select(entry => entry.RetailerId))}.",
            nameof(retailerId));

    private static CatalogEntry EntryOf(EmulatedCatalogItem item, long id, byte[]? before = null) => new(id, item.RetailerId.Value!)
    {
        Price = item.Price.Amount,
        Currency = item.Price.Currency.Code!,
        Availability = item.Availability.Value,
        GroupId = item.ItemGroupId,
        Attributes = ItemAttributes.Of(item, before),
    };

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
            { SalePrice: { } sale } when sale.Currency != item.Price.Currency =>
                $"The sale price of '{item.RetailerId}' must be in {item.Price.Currency}, as its price is.",
            { SalePrice.Amount: < 0 } => $"The sale price of '{item.RetailerId}' is below zero.",
            { VariantAttributes: null } => $"The variant attributes of '{item.RetailerId}' are null; an empty dictionary means none.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(item));
        }
    }
}
