namespace WhatsCommerce.Storefronts;

/// <summary>The price range and price order of a query.</summary>
/// <param name="Least">The lowest price; <see langword="null"/> for none.</param>
/// <param name="Most">The highest price; <see langword="null"/> for none.</param>
/// <param name="Order">1 for the cheapest first, -1 for the dearest first, 0 for neither.</param>
internal readonly record struct PriceRange(decimal? Least, decimal? Most, int Order)
{
    public bool IsBounded => Least is not null || Most is not null;

    public bool Holds(decimal? price) =>
        !IsBounded || (price is decimal amount && amount >= (Least ?? decimal.MinValue) && amount <= (Most ?? decimal.MaxValue));
}
