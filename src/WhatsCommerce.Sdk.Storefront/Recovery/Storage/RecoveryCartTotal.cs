namespace WhatsCommerce.Storefronts;

/// <summary>Represents the number of carts of one group and currency.</summary>
public sealed record RecoveryCartTotal
{
    /// <summary>Gets a value indicating whether the carts belong to the hold-out group.</summary>
    public required bool IsHeldOut { get; init; }

    /// <summary>Gets the number of carts.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the number of carts that were ordered.</summary>
    public int Paid { get; init; }

    /// <summary>Gets the total of these orders; <see langword="null"/> for carts without an order.</summary>
    public Money? Revenue { get; init; }
}
