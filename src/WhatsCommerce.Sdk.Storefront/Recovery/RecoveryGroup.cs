namespace WhatsCommerce.Storefronts;

/// <summary>Represents the results of a group of carts: those with reminders, or those of the hold-out group.</summary>
public sealed record RecoveryGroup
{
    /// <summary>Gets the number of carts.</summary>
    public required int Carts { get; init; }

    /// <summary>Gets the number of carts that were ordered afterwards, for any reason.</summary>
    public required int Paid { get; init; }

    /// <summary>Gets the total of these orders, by currency.</summary>
    public required IReadOnlyList<Money> Revenue { get; init; }
}
