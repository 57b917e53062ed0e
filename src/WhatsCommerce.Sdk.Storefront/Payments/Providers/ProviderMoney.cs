namespace WhatsCommerce.Storefronts;

/// <summary>The format of amounts of one currency at one provider.</summary>
/// <param name="Digits">The number of decimal digits.</param>
/// <param name="Step">
/// The step of which all amounts must be a multiple, in the provider's smallest unit: 10 if the last digit must be 0.
/// </param>
/// <param name="Minimum">The minimum amount that can be paid.</param>
internal readonly record struct ProviderMoney(int Digits, int Step, decimal Minimum)
{
    private static readonly decimal[] Scales = [1, 10, 100, 1_000];

    /// <summary>Whether the provider can represent an amount exactly.</summary>
    public bool CanWrite(Money money) =>
        money.Amount * Scales[Digits] is var minor && decimal.IsInteger(minor) && minor % Step == 0 && minor <= long.MaxValue;

    /// <summary>The amount as an integer in the provider's smallest unit.</summary>
    public long ToMinor(Money money) => CanWrite(money)
        ? (long)(money.Amount * Scales[Digits])
        : throw new ProviderRefusedException($"{money} cannot be written for this provider.");

    /// <summary>The amount with the provider's digits, such as <c>12.30</c>.</summary>
    public string ToText(Money money) => CanWrite(money)
        ? money.Amount.ToString("F" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : throw new ProviderRefusedException($"{money} cannot be written for this provider.");

    public Money FromMinor(long minor, Currency currency) => new(minor / Scales[Digits], currency);

    /// <summary>Whether a quote can be paid: it reaches the minimum, and each of its amounts can be represented exactly.</summary>
    public bool Accepts(Quote quote)
    {
        ProviderMoney money = this;
        return quote.Total.Amount >= Minimum && quote.Total.Amount > 0
            && CanWrite(quote.Total) && CanWrite(quote.Discount) && CanWrite(quote.Shipping) && CanWrite(quote.AddedTax)
            && quote.Lines.All(line => money.CanWrite(line.UnitPrice));
    }
}
