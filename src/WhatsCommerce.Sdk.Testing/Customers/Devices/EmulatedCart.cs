namespace WhatsCommerce.Testing;

/// <summary>
/// The cart of one device: any number of items, up to 99 of each, without an expiry. Sending empties it; a sent cart cannot be changed, and
/// a business cannot send one. An item that is no longer available is removed with a notice. Thread-safe.
/// </summary>
/// <remarks>Source: Meta, catalogs/sell-products-and-services.</remarks>
public sealed class EmulatedCart
{
    private readonly Lock _gate = new();
    private readonly Shop _shop;
    private readonly EmulatedCustomer _customer;
    private readonly EmulatedDevice _device;
    private readonly OrderedDictionary<RetailerId, EmulatedCartLine> _lines = [];
    private readonly List<string> _notices = [];

    internal EmulatedCart(Shop shop, EmulatedCustomer customer, EmulatedDevice device)
    {
        _shop = shop;
        _customer = customer;
        _device = device;
    }

    /// <summary>The lines in the order in which they were added, without items that are no longer available.</summary>
    public IReadOnlyList<EmulatedCartLine> Lines
    {
        get
        {
            lock (_gate)
            {
                DropWhatIsGone();
                return [.. _lines.Values];
            }
        }
    }

    /// <summary>The notices about the cart that the customer has not dismissed: removed items, changed prices.</summary>
    public IReadOnlyList<string> Notices
    {
        get
        {
            lock (_gate)
            {
                DropWhatIsGone();
                return [.. _notices];
            }
        }
    }

    /// <summary>
    /// Sets the quantity of an item in the cart. The item is fetched again, and a notice reports changes.
    /// </summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="quantity">The quantity, up to 99; 0 removes the item.</param>
    /// <exception cref="ArgumentException">The catalog does not hold the item, or it cannot be ordered.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is not 0 to 99.</exception>
    /// <exception cref="InvalidOperationException">
    /// The shop has no cart (<see cref="EmulatedNumber.IsCartEnabled"/>), or no catalog that customers see.
    /// </exception>
    public void Put(RetailerId retailerId, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantity, CartItem.MaxQuantity);
        lock (_gate)
        {
            if (quantity == 0)
            {
                _lines.Remove(retailerId);
            }
            else
            {
                CheckEnabled();
                EmulatedCatalog catalog = _shop.Open();
                EmulatedCatalogItem item = _device.Fetch(retailerId, out EmulatedCatalogItem? before) ?? throw catalog.Unknown(retailerId);
                if (!catalog.Sells(item))
                {
                    throw new ArgumentException(
                        $"{item.Title} cannot be put into the cart: it is "
                            + $"{(item.Availability.CanBeOrdered ? "not shown by the shop" : item.Availability)}.",
                        nameof(retailerId));
                }

                _notices.AddRange(before is null ? [] : ProductChanges.Between(before, item));
                _lines[retailerId] = new() { RetailerId = retailerId, Title = item.Title, Price = item.CurrentPrice, Quantity = quantity };
            }
        }

        _customer.Changed();
    }

    /// <summary>Opens the cart: every item is fetched again, and notices report changes.</summary>
    public void Refresh()
    {
        bool isChanged = false;
        lock (_gate)
        {
            DropWhatIsGone();
            foreach (EmulatedCartLine line in _lines.Values.ToArray())
            {
                if (_device.Fetch(line.RetailerId, out EmulatedCatalogItem? before) is not { } item || !_shop.Open().Sells(item))
                {
                    // The item was removed from the catalog between the two reads.
                    Drop(line);
                    isChanged = true;
                    continue;
                }

                string[] changes = before is null ? [] : [.. ProductChanges.Between(before, item)];
                _notices.AddRange(changes);
                isChanged |= changes.Length > 0;
                _lines[line.RetailerId] = line with { Title = item.Title, Price = item.CurrentPrice };
            }
        }

        if (isChanged)
        {
            _customer.Changed();
        }
    }

    /// <summary>Dismisses the notices.</summary>
    public void DismissNotices()
    {
        lock (_gate)
        {
            _notices.Clear();
        }

        _customer.Changed();
    }

    /// <summary>
    /// Sends the cart to the business, as an order, and empties it. Each line claims the price that the device fetched last.
    /// </summary>
    /// <param name="note">The customer's note.</param>
    /// <param name="cancellationToken">Stops waiting for the callback; the cart is still delivered.</param>
    /// <returns>The id of the customer's message, which identifies the order for the business.</returns>
    /// <exception cref="InvalidOperationException">
    /// The cart is empty, or the shop has no cart, or no catalog that customers see.
    /// </exception>
    public Task<MessageId> SendAsync(string? note = null, CancellationToken cancellationToken = default)
    {
        CheckEnabled();
        EmulatedCatalog catalog = _shop.Open();
        EmulatedCartLine[] lines;
        lock (_gate)
        {
            DropWhatIsGone();
            lines = _lines.Count > 0 ? [.. _lines.Values] : throw new InvalidOperationException("The cart is empty.");
            _lines.Clear();
            _notices.Clear();
            _device.Forget();
        }

        return _customer.SendOrderAsync(catalog, lines, note, cancellationToken);
    }

    /// <summary>Restores lines.</summary>
    internal void Restore(IEnumerable<EmulatedCartLine> lines)
    {
        foreach (EmulatedCartLine line in lines)
        {
            _lines[line.RetailerId] = line;
        }
    }

    /// <summary>The stored lines, regardless of the catalog.</summary>
    internal EmulatedCartLine[] Kept()
    {
        lock (_gate)
        {
            return [.. _lines.Values];
        }
    }

    private void CheckEnabled()
    {
        if (!_shop.HasCart)
        {
            throw new InvalidOperationException("The shop has no cart: is_cart_enabled is false in the commerce settings of the number.");
        }
    }

    // Hiding or disconnecting a catalog temporarily does not remove items from a cart.
    private void DropWhatIsGone()
    {
        if (_lines.Count == 0 || _shop.Catalog is not { } catalog)
        {
            return;
        }

        foreach (EmulatedCartLine line in _lines.Values.ToArray())
        {
            if (catalog.Find(line.RetailerId) is not { } item || !catalog.Sells(item))
            {
                Drop(line);
            }
        }
    }

    private void Drop(EmulatedCartLine line)
    {
        _lines.Remove(line.RetailerId);
        _notices.Add($"{line.Title} is no longer available and was taken out of your cart.");
    }
}
