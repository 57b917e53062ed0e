namespace WhatsCommerce.Storefronts;

/// <summary>The decision about a reminder that is due.</summary>
internal sealed record RecoveryDecision
{
    /// <summary>The customer, as read before anything else.</summary>
    public required RecoveryCustomer Customer { get; init; }

    /// <summary>Why it is skipped; null when it is not.</summary>
    public SkipReason? Reason { get; init; }

    /// <summary>When it is decided again; null when it is decided now.</summary>
    public DateTimeOffset? LaterAt { get; init; }

    /// <summary>The message that is sent.</summary>
    public OutboundMessage? Message { get; init; }

    /// <summary>The cart that is offered, whose row must be unchanged when the reminder is sent.</summary>
    public Cart? Cart { get; init; }

    /// <summary>The order of the cart, whose row must be unchanged; null when the cart is open.</summary>
    public Order? Order { get; init; }

    /// <summary>Whether skipping for this reason ends the sequence.</summary>
    public static bool Ends(SkipReason reason) => reason is SkipReason.Ordered or SkipReason.CartGone or SkipReason.NewCart
        or SkipReason.Replied or SkipReason.OptedOut or SkipReason.HumanOwner or SkipReason.SoldOut or SkipReason.Off;
}
