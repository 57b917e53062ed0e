namespace WhatsCommerce.Storefronts;

/// <summary>Money as tables keep it.</summary>
internal static class MinorUnits
{
    private const decimal Most = 900_000_000_000_000m;

    /// <summary>The amount in minor units; <see langword="null"/> when it has none, or too many.</summary>
    public static long? Of(Money? money) =>
        money is { Currency.MinorUnits: not null } known && Math.Abs(known.Amount) <= Most && known.Round() == known
            ? known.ToMinorUnits()
            : null;
}
