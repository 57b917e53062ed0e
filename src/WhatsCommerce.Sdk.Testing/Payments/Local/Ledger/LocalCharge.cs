namespace WhatsCommerce.Testing;

/// <summary>A payment that a local provider has collected from a customer.</summary>
public sealed class LocalCharge
{
    internal LocalCharge(string id, LocalCheckout checkout, DateTimeOffset at)
    {
        Id = id;
        Checkout = checkout;
        At = at;
    }

    /// <summary>The provider's id: of a charge (Stripe), a capture (PayPal), a payment (Razorpay).</summary>
    public string Id { get; }

    /// <summary>The checkout that was paid.</summary>
    public LocalCheckout Checkout { get; }

    /// <summary>The shop's own reference, <see cref="LocalCheckout.Reference"/>.</summary>
    public string? Reference => Checkout.Reference;

    /// <summary>The amount.</summary>
    public Money Amount => Checkout.Amount;

    /// <summary>When the payment was collected.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The refunds, oldest first, including pending and failed ones.</summary>
    public IReadOnlyList<LocalRefund> Refunds { get; private set; } = [];

    /// <summary>The disputes about it, the oldest first.</summary>
    public IReadOnlyList<LocalDispute> Disputes { get; private set; } = [];

    /// <summary>The sum of completed and pending refunds; at most <see cref="Amount"/>.</summary>
    public Money Refunded => Amount with
    {
        Amount = Refunds.Where(refund => refund.State is not LocalRefundState.Failed).Sum(refund => refund.Amount.Amount),
    };

    /// <summary>The amount that can still be refunded.</summary>
    public Money Left => Amount - Refunded;

    internal void Add(LocalRefund refund) => Refunds = [.. Refunds, refund];

    internal void Add(LocalDispute dispute) => Disputes = [.. Disputes, dispute];

    /// <summary>Id and amount.</summary>
    public override string ToString() => $"{Id} ({Amount})";
}
