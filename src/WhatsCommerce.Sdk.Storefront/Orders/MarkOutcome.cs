namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of marking an order as paid.</summary>
public enum MarkOutcome
{
    /// <summary>The order is marked as paid.</summary>
    Marked,

    /// <summary>The order was paid before, possibly by the offer that was being canceled; nothing was changed.</summary>
    AlreadyPaid,

    /// <summary>The order or cart does not exist, or was canceled, has expired or was replaced.</summary>
    Gone,

    /// <summary>A payment is pending, or the provider did not confirm that the offer is canceled; nothing was changed.</summary>
    OfferStillOpen,

    /// <summary>The cart cannot be sold as it is, for example because a product is sold out; nothing was changed.</summary>
    CannotBeSold,

    /// <summary>The order needs review by a person: use <see cref="StorefrontOrders.ResolveAsync"/>.</summary>
    NeedsReview,
}
