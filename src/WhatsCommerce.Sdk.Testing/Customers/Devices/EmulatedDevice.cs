namespace WhatsCommerce.Testing;

/// <summary>
/// One of a customer's devices. All devices show the same chat; each has its own cart, and its own cached products. Thread-safe.
/// </summary>
public sealed class EmulatedDevice
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RetailerId, EmulatedCatalogItem> _seen = [];
    private readonly Shop _shop;

    internal EmulatedDevice(Shop shop, EmulatedCustomer customer, string name)
    {
        _shop = shop;
        Name = name;
        Cart = new(shop, customer, this);
    }

    /// <summary>The name of the device: "Phone" for the first one.</summary>
    public string Name { get; }

    /// <summary>The cart of this device in the chat with the business; it does not expire.</summary>
    public EmulatedCart Cart { get; }

    /// <summary>
    /// Opens the page of a product: it is fetched again, and the device claims its current price in the next cart.
    /// </summary>
    /// <param name="retailerId">The id of the product.</param>
    /// <returns>The product, its variants, and the changes since this device last opened it.</returns>
    /// <exception cref="ArgumentException">The catalog does not contain it.</exception>
    /// <exception cref="InvalidOperationException">No catalog is connected, or it is hidden.</exception>
    public OpenedProduct Open(RetailerId retailerId)
    {
        EmulatedCatalog catalog = _shop.Open();
        EmulatedCatalogItem item = Fetch(retailerId, out EmulatedCatalogItem? before) ?? throw catalog.Unknown(retailerId);
        return new()
        {
            Item = item,
            Variants = item.ItemGroupId is { } group
                ? [.. catalog.Items.Where(other => other.ItemGroupId == group && catalog.Shows(other))]
                : [],
            Changes = before is null ? [] : [.. ProductChanges.Between(before, item)],
        };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Fetches and caches a product, and returns the previously cached one.</summary>
    internal EmulatedCatalogItem? Fetch(RetailerId retailerId, out EmulatedCatalogItem? before)
    {
        EmulatedCatalogItem? item = _shop.Open().Find(retailerId);
        lock (_gate)
        {
            before = _seen.GetValueOrDefault(retailerId);
            if (item is not null)
            {
                _seen[retailerId] = item;
            }
        }

        return item;
    }

    /// <summary>The price that the device last saw.</summary>
    internal Money? PriceSeen(RetailerId retailerId)
    {
        lock (_gate)
        {
            return _seen.GetValueOrDefault(retailerId)?.CurrentPrice;
        }
    }

    internal void Forget()
    {
        lock (_gate)
        {
            _seen.Clear();
        }
    }
}
