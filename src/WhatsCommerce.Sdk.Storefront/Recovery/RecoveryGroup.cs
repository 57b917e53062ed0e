namespace WhatsCommerce.Storefronts;

/// <summary>Carts that are compared: those reminded of, or those of the hold-out group.</summary>
public sealed record RecoveryGroup
{
    /// <summary>Gets how many carts.</summary>
    public required int Carts { get; init; }

    /// <summary>Gets how many of them were ordered afterwards, for any reason.</summary>
    public required int Paid { get; init; }

    /// <summary>Gets the total of these orders, by currency.</summary>
    public required IReadOnlyList<Money> Revenue { get; init; }
}
