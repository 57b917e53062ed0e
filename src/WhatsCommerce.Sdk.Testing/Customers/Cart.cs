namespace WhatsCommerce.Testing;

/// <summary>The cart on a customer's device, and the prices that the device has seen.</summary>
internal sealed class Cart(EmulatedCatalog catalog)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RetailerId, Money> _pricesSeen = [];

    /// <summary>Opens the page of an item, and remembers its price.</summary>
    public EmulatedCatalogItem LookAt(RetailerId retailerId)
    {
        EmulatedCatalogItem item = catalog.Find(retailerId) ?? throw catalog.Unknown(retailerId);
        lock (_gate)
        {
            _pricesSeen[retailerId] = item.Price;
        }

        return item;
    }

    /// <summary>Gives every line the price that the device claims. A cart that was sent is empty again.</summary>
    public IReadOnlyList<CartLine> Send(IReadOnlyList<CartItem> items)
    {
        if (items.Count == 0)
        {
            throw new ArgumentException("A cart holds at least one item.", nameof(items));
        }

        if (items.GroupBy(item => item.RetailerId).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The cart names '{twice.Key}' twice; give it one line with a quantity.", nameof(items));
        }

        lock (_gate)
        {
            CartLine[] lines = [.. items.Select(item => new CartLine(item.RetailerId, item.Quantity, PriceOf(item)))];
            _pricesSeen.Clear();
            return lines;
        }
    }

    private Money PriceOf(CartItem item)
    {
        if (item.ClaimedPrice is { } claimed)
        {
            return claimed.Currency.Code is null
                ? throw new ArgumentException($"The claimed price of '{item.RetailerId}' needs a currency.", nameof(item))
                : claimed;
        }

        if (_pricesSeen.TryGetValue(item.RetailerId, out Money seen))
        {
            return seen;
        }

        EmulatedCatalogItem found = catalog.Find(item.RetailerId) ?? throw catalog.Unknown(item.RetailerId);
        return found.Availability.CanBeOrdered
            ? found.Price
            : throw new ArgumentException($"A customer cannot put '{found.RetailerId}' into the cart: it is {found.Availability}.", nameof(item));
    }
}

/// <summary>A line of a cart as it is sent.</summary>
internal sealed record CartLine(RetailerId RetailerId, int Quantity, Money Price);
