namespace WhatsCommerce.Storefronts;

/// <summary>Represents one write of the recovery module, which a store applies atomically.</summary>
/// <remarks>
/// The <c>Version</c> of a row is the one that was read: 0 inserts the row, any other value updates it only if the store still has that
/// version. The store increments the version.
/// </remarks>
public sealed record RecoveryStep
{
    /// <summary>Gets the id of the shop to which all rows belong.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the settings.</summary>
    public RecoverySettings? Settings { get; init; }

    /// <summary>Gets the sequence of a cart.</summary>
    public RecoverySequence? Sequence { get; init; }

    /// <summary>Gets a reminder.</summary>
    public Reminder? Reminder { get; init; }

    /// <summary>Gets the customer.</summary>
    public RecoveryCustomer? Customer { get; init; }

    /// <summary>
    /// Gets rows of the shop that are written in the same transaction: events, and the cart and order that must not have changed since
    /// they were read.
    /// </summary>
    public StorefrontStep? Shop { get; init; }
}
