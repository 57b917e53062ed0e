namespace WhatsCommerce.Storefronts;

/// <summary>One step of the reminders: rows as they shall be. A store writes all of it or nothing.</summary>
/// <remarks>
/// The <c>Version</c> of a row is the one that was read: 0 inserts the row, any other changes it only if the store still has that version.
/// The store writes the next version.
/// </remarks>
public sealed record RecoveryStep
{
    /// <summary>Gets the shop; all rows are of it.</summary>
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
