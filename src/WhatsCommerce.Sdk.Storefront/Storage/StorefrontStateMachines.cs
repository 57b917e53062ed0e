namespace WhatsCommerce.Storefronts;

/// <summary>Contains the state machines of the storefront, the only place that defines the allowed transitions.</summary>
public static class StorefrontStateMachines
{
    /// <summary>Gets the machine of <see cref="Cart.State"/>.</summary>
    public static StateMachine<CartState> Cart { get; } = new(
        nameof(Cart),
        CartState.Open,
        (CartState.Open, [CartState.Locked, CartState.Replaced, CartState.Expired]),
        (CartState.Locked, [CartState.Converted, CartState.Replaced, CartState.Expired]));

    /// <summary>Gets the machine of <see cref="PaymentAttempt.State"/>.</summary>
    /// <remarks>
    /// A payment may arrive for an attempt that has ended: the attempt still becomes paid, and the state of its order determines what
    /// follows.
    /// </remarks>
    public static StateMachine<AttemptState> Attempt { get; } = new(
        nameof(Attempt),
        AttemptState.Created,
        (AttemptState.Created,
        [
            AttemptState.Offered, AttemptState.Unknown, AttemptState.Pending, AttemptState.Paid,
            AttemptState.Failed, AttemptState.Expired, AttemptState.Cancelled,
        ]),
        (AttemptState.Offered,
        [
            AttemptState.Unknown, AttemptState.Pending, AttemptState.Paid,
            AttemptState.Failed, AttemptState.Expired, AttemptState.Cancelled,
        ]),
        (AttemptState.Pending, [AttemptState.Paid, AttemptState.Failed, AttemptState.Expired, AttemptState.Cancelled]),
        (AttemptState.Unknown,
        [
            AttemptState.Offered, AttemptState.Pending, AttemptState.Paid,
            AttemptState.Failed, AttemptState.Expired, AttemptState.Cancelled,
        ]),
        (AttemptState.Failed, [AttemptState.Paid]),
        (AttemptState.Expired, [AttemptState.Paid]),
        (AttemptState.Cancelled, [AttemptState.Paid]));

    /// <summary>Gets the machine of <see cref="Order.State"/>.</summary>
    public static StateMachine<OrderState> Order { get; } = new(
        nameof(Order),
        OrderState.AwaitingCheckout,
        (OrderState.AwaitingCheckout, [OrderState.Placed, OrderState.Cancelled, OrderState.NeedsReview]),
        (OrderState.Placed, [OrderState.Fulfilling, OrderState.Done, OrderState.Cancelled, OrderState.NeedsReview]),
        (OrderState.Fulfilling, [OrderState.Done, OrderState.Cancelled, OrderState.NeedsReview]),
        (OrderState.Done, [OrderState.NeedsReview]),
        (OrderState.Cancelled, [OrderState.NeedsReview]),
        (OrderState.NeedsReview, [OrderState.Placed, OrderState.Cancelled]));

    /// <summary>Gets the machine of <see cref="Order.Payment"/>, which is independent of that of the order.</summary>
    public static StateMachine<OrderPaymentState> Payment { get; } = new(
        nameof(Payment),
        OrderPaymentState.Due,
        (OrderPaymentState.Due, [OrderPaymentState.Pending, OrderPaymentState.Paid]),
        (OrderPaymentState.Pending, [OrderPaymentState.Due, OrderPaymentState.Paid]),
        (OrderPaymentState.Paid, [OrderPaymentState.PartlyRefunded, OrderPaymentState.Refunded, OrderPaymentState.Disputed]),
        (OrderPaymentState.PartlyRefunded, [OrderPaymentState.Paid, OrderPaymentState.Refunded, OrderPaymentState.Disputed]),
        (OrderPaymentState.Refunded, [OrderPaymentState.Paid, OrderPaymentState.PartlyRefunded]),
        (OrderPaymentState.Disputed, [OrderPaymentState.Paid, OrderPaymentState.PartlyRefunded, OrderPaymentState.Refunded]));

    /// <summary>Gets the machine of <see cref="Refund.State"/>.</summary>
    public static StateMachine<RefundState> Refund { get; } = new(
        nameof(Refund),
        RefundState.Requested,
        (RefundState.Requested, [RefundState.Pending, RefundState.Done, RefundState.Failed, RefundState.Unknown]),
        (RefundState.Pending, [RefundState.Done, RefundState.Failed, RefundState.Unknown]),
        (RefundState.Unknown, [RefundState.Pending, RefundState.Done, RefundState.Failed]));
}
