namespace WhatsCommerce.Storefronts;

/// <summary>Carts that are compared: those reminded of, or those of the hold-out group.</summary>
public sealed record RecoveryGroup
{
    /// <summary>Gets how many carts.</summary>
    public required int Carts { get; init; }

    /// <summary>Gets how many of them were ordered afterwards, whatever the reason was.</summary>
    public required int Paid { get; init; }

    /// <summary>Gets what these orders came to, by currency.</summary>
    public required IReadOnlyList<Money> Revenue { get; init; }
}
