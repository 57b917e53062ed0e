namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of marking an order as paid.</summary>
public enum MarkOutcome
{
    /// <summary>It is marked as paid.</summary>
    Marked,

    /// <summary>It was paid before, perhaps by the offer that was just being taken back; nothing was changed.</summary>
    AlreadyPaid,

    /// <summary>There is no such order or cart, or it is over: called off, expired, replaced.</summary>
    Gone,

    /// <summary>A payment is on its way, or the provider did not confirm that the offer is taken back; nothing was changed.</summary>
    OfferStillOpen,

    /// <summary>The cart cannot be sold as it is; nothing was changed.</summary>
    CannotBeSold,

    /// <summary>The order is held for a person: use <see cref="StorefrontOrders.ResolveAsync"/>.</summary>
    NeedsReview,
}
