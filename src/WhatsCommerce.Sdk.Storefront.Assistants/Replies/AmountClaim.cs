using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>An amount in a text: a number, and the currencies that the symbol or word beside it may mean.</summary>
/// <param name="Value">The number.</param>
/// <param name="Codes">The possible currency codes; empty for a subunit, or for an unknown word, which matches no amount.</param>
/// <param name="IsSubunit">Whether it counts cents or the like.</param>
internal sealed record AmountClaim(decimal Value, FrozenSet<string> Codes, bool IsSubunit)
{
    /// <summary>Whether it matches an amount that the shop returned.</summary>
    public bool Is(Money amount) => IsSubunit
        ? amount.Currency.MinorUnits is int digits && Value == InSubunits(amount.Amount, digits)
        : amount.Currency.Code is string code && Codes.Contains(code) && IsSame(Value, amount);

    /// <summary>Whether it may be the same amount as in another text.</summary>
    public bool Is(AmountClaim other) => Value == other.Value
        && (IsSubunit ? other.IsSubunit : !other.IsSubunit && Codes.Overlaps(other.Codes));

    /// <summary>
    /// Whether a number matches an amount as people write it: "3.490 KWD" reads as thousands where a currency has two digits.
    /// </summary>
    public static bool IsSame(decimal number, Money amount) =>
        number == amount.Amount || (amount.Currency.MinorUnits == 3 && number == amount.Amount * 1_000);

    private static decimal InSubunits(decimal amount, int digits)
    {
        for (; digits > 0; digits--)
        {
            amount *= 10;
        }

        return amount;
    }
}
