namespace WhatsCommerce.Storefronts;

/// <summary>Carts of one group and currency, counted.</summary>
public sealed record RecoveryCartTotal
{
    /// <summary>Gets a value indicating whether they belong to the hold-out group.</summary>
    public required bool IsHeldOut { get; init; }

    /// <summary>Gets how many.</summary>
    public required int Count { get; init; }

    /// <summary>Gets how many of them were ordered.</summary>
    public int Paid { get; init; }

    /// <summary>Gets the total of these orders; <see langword="null"/> for those without.</summary>
    public Money? Revenue { get; init; }
}
