namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of an order. The allowed transitions are in <see cref="StorefrontStateMachines.Order"/>.</summary>
public enum OrderState
{
    /// <summary>The order is priced and offered; the customer has not paid yet.</summary>
    AwaitingCheckout,

    /// <summary>The order is placed: paid, marked as paid, or to be paid on delivery.</summary>
    Placed,

    /// <summary>The order is being prepared or delivered.</summary>
    Fulfilling,

    /// <summary>The customer has the goods.</summary>
    Done,

    /// <summary>The order was canceled.</summary>
    Cancelled,

    /// <summary>The order needs review by a person: <see cref="Order.ReviewReason"/>.</summary>
    NeedsReview,
}
