namespace WhatsCommerce.Storefronts;

/// <summary>The state of an order. The allowed transitions are in <see cref="StorefrontStateMachines.Order"/>.</summary>
public enum OrderState
{
    /// <summary>Priced and offered; nobody has ordered yet.</summary>
    AwaitingCheckout,

    /// <summary>Ordered: paid, marked as paid, or to be paid on delivery.</summary>
    Placed,

    /// <summary>Being prepared or under way.</summary>
    Fulfilling,

    /// <summary>The customer has the goods.</summary>
    Done,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>A person has to look at it: <see cref="Order.ReviewReason"/>.</summary>
    NeedsReview,
}
