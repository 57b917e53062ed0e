namespace WhatsCommerce.Storefronts;

/// <summary>Represents what a cart costs, frozen when the cart is locked.</summary>
/// <remarks>
/// All amounts are in one currency and in whole minor units, so that the parts add up to the total exactly:
/// <see cref="Subtotal"/> - <see cref="Discount"/> + <see cref="Shipping"/> + <see cref="AddedTax"/> = <see cref="Total"/>.
/// </remarks>
public sealed record Quote
{
    /// <summary>Gets the currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets the lines.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Gets the discount; not negative, and at most the subtotal.</summary>
    public required Money Discount { get; init; }

    /// <summary>Gets the shipping costs; not negative.</summary>
    public required Money Shipping { get; init; }

    /// <summary>Gets the tax, which is included in the prices or added to them, as <see cref="PricesIncludeTax"/> says.</summary>
    public required Money Tax { get; init; }

    /// <summary>Gets a value indicating whether the prices include the tax; included tax is shown and never added.</summary>
    public required bool PricesIncludeTax { get; init; }

    /// <summary>Gets when the quote expires.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>Gets the sum of the lines.</summary>
    public Money Subtotal => Lines.Aggregate(new Money(0, Currency), (sum, line) => sum + line.Total);

    /// <summary>Gets the tax that is added to the total: zero when the prices include it.</summary>
    public Money AddedTax => PricesIncludeTax ? new Money(0, Currency) : Tax;

    /// <summary>Gets the total that the customer pays.</summary>
    public Money Total => Subtotal - Discount + Shipping + AddedTax;

    /// <summary>
    /// Gets a hash of everything that the customer agrees to: products, quantities, prices and other amounts, but not the expiry.
    /// </summary>
    public string Fingerprint => SendKey.HashOf(
        [Currency.Code, Text(Discount), Text(Shipping), Text(AddedTax), .. Lines.SelectMany(Parts)])[..22];

    /// <summary>Returns the currency and the number of lines.</summary>
    public override string ToString() =>
        $"Quote {{ Currency = {Currency}, Lines = {(Lines?.Count ?? 0).ToString(CultureInfo.InvariantCulture)} }}";

    private static IEnumerable<string?> Parts(QuoteLine line) =>
        [line.RetailerId.Value, line.Quantity.ToString(CultureInfo.InvariantCulture), Text(line.UnitPrice)];

    private static string Text(Money money) => money.ToMinorUnits().ToString(CultureInfo.InvariantCulture);
}
