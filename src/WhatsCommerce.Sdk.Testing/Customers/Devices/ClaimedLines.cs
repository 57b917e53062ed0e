namespace WhatsCommerce.Testing;

/// <summary>Determines the claimed price of each line of a cart that is sent with a single call.</summary>
internal static class ClaimedLines
{
    public static EmulatedCartLine[] Of(CartItem[] items, EmulatedCatalog catalog, EmulatedDevice device)
    {
        if (items.Length == 0)
        {
            throw new ArgumentException("A cart holds at least one item.", nameof(items));
        }

        if (items.GroupBy(item => item.RetailerId).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The cart names '{twice.Key}' twice; give it one line with a quantity.", nameof(items));
        }

        return
        [
            .. items.Select(item => new EmulatedCartLine
            {
                RetailerId = item.RetailerId,
                Title = catalog.Find(item.RetailerId)?.Title ?? "",
                Quantity = item.Quantity,
                Price = PriceOf(item, catalog, device),
            }),
        ];
    }

    private static Money PriceOf(CartItem item, EmulatedCatalog catalog, EmulatedDevice device)
    {
        if (item.ClaimedPrice is { } claimed)
        {
            return claimed.Currency.Code is null
                ? throw new ArgumentException($"The claimed price of '{item.RetailerId}' needs a currency.", nameof(item))
                : claimed;
        }

        if (device.PriceSeen(item.RetailerId) is { } seen)
        {
            return seen;
        }

        EmulatedCatalogItem found = catalog.Find(item.RetailerId) ?? throw catalog.Unknown(item.RetailerId);
        return found.Availability.CanBeOrdered
            ? found.CurrentPrice
            : throw new ArgumentException(
                $"A customer cannot put '{found.RetailerId}' into the cart: it is {found.Availability}.", nameof(item));
    }
}
