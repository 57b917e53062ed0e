using System.Globalization;

namespace WhatsCommerce;

/// <summary>An exact amount in one currency.</summary>
/// <param name="Amount">The amount in whole units: 7.99 is seven dollars and ninety-nine cents.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>Creates an amount from minor units: 799 of USD is 7.99, 799 of JPY is 799.</summary>
    /// <param name="minorUnits">The amount in the smallest unit of the currency.</param>
    /// <param name="currency">A currency of ISO 4217.</param>
    /// <exception cref="ArgumentException">ISO 4217 does not list the currency, so its minor unit is not known.</exception>
    public static Money FromMinorUnits(long minorUnits, Currency currency) => new(minorUnits / Scale(currency), currency);

    /// <summary>Returns the amount in minor units: 7.99 USD is 799, 799 JPY is 799.</summary>
    /// <exception cref="InvalidOperationException">
    /// The amount has more decimal digits than the currency, or does not fit into 64 bits. Nothing is rounded silently: call
    /// <see cref="Round"/> first.
    /// </exception>
    /// <exception cref="ArgumentException">ISO 4217 does not list the currency, so its minor unit is not known.</exception>
    public long ToMinorUnits()
    {
        decimal scale = Scale(Currency);
        if (Amount < long.MinValue / scale || Amount > long.MaxValue / scale)
        {
            throw new InvalidOperationException($"{this} does not fit into 64 bits of minor units.");
        }

        decimal minor = Amount * scale;
        return decimal.IsInteger(minor)
            ? (long)minor
            : throw new InvalidOperationException(
                $"{this} has more decimal digits than {Currency} ({Currency.MinorUnits}); round it first.");
    }

    /// <summary>Rounds the amount to the decimal digits of its currency.</summary>
    /// <param name="mode">How halves are rounded. The default is to even, as in bookkeeping.</param>
    /// <exception cref="ArgumentException">ISO 4217 does not list the currency, so its minor unit is not known.</exception>
    public Money Round(MidpointRounding mode = MidpointRounding.ToEven) =>
        this with { Amount = decimal.Round(Amount, Digits(Currency), mode) };

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + Same(left, right) };

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <param name="left">The amount to subtract from.</param>
    /// <param name="right">The amount to subtract.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => left with { Amount = left.Amount - Same(left, right) };

    /// <summary>Multiplies an amount, for instance by a quantity.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="factor">The factor.</param>
    public static Money operator *(Money money, decimal factor) => money with { Amount = money.Amount * factor };

    /// <summary>Multiplies an amount, for instance by a quantity.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="money">The amount.</param>
    public static Money operator *(decimal factor, Money money) => money * factor;

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="other">The amount to add.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Add(Money other) => this + other;

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <param name="other">The amount to subtract.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public Money Subtract(Money other) => this - other;

    /// <summary>Multiplies the amount, for instance by a quantity.</summary>
    /// <param name="factor">The factor.</param>
    public Money Multiply(decimal factor) => this * factor;

    /// <summary>
    /// Returns the amount with at least the digits of its currency, and the code: <c>7.90 USD</c>, <c>799 JPY</c>; the same in every
    /// culture.
    /// </summary>
    public override string ToString()
    {
        int digits = Math.Max(Currency.MinorUnits ?? 0, Amount.Scale);
        string amount = Amount.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Currency.Code is null ? amount : $"{amount} {Currency.Code}";
    }

    private static decimal Same(Money left, Money right) => left.Currency == right.Currency
        ? right.Amount
        : throw new InvalidOperationException($"{left} and {right} are of different currencies; convert one of them first.");

    private static int Digits(Currency currency) => currency.MinorUnits
        ?? throw new ArgumentException($"ISO 4217 lists no currency '{currency}', so its minor unit is not known.", nameof(currency));

    private static decimal Scale(Currency currency) => Digits(currency) switch
    {
        0 => 1m,
        2 => 100m,
        3 => 1_000m,
        _ => 10_000m,
    };
}
