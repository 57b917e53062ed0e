namespace WhatsCommerce.Testing;

/// <summary>Money that a local provider has taken from a customer.</summary>
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

    /// <summary>What was paid by it.</summary>
    public LocalCheckout Checkout { get; }

    /// <summary>The shop's own reference, <see cref="LocalCheckout.Reference"/>.</summary>
    public string? Reference => Checkout.Reference;

    /// <summary>How much.</summary>
    public Money Amount => Checkout.Amount;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What was given back, the oldest first; also refunds that are pending or have failed.</summary>
    public IReadOnlyList<LocalRefund> Refunds { get; private set; } = [];

    /// <summary>The disputes about it, the oldest first.</summary>
    public IReadOnlyList<LocalDispute> Disputes { get; private set; } = [];

    /// <summary>The sum of what was given back or is about to be: never more than <see cref="Amount"/>.</summary>
    public Money Refunded => Amount with
    {
        Amount = Refunds.Where(refund => refund.State is not LocalRefundState.Failed).Sum(refund => refund.Amount.Amount),
    };

    /// <summary>What can still be given back.</summary>
    public Money Left => Amount - Refunded;

    internal void Add(LocalRefund refund) => Refunds = [.. Refunds, refund];

    internal void Add(LocalDispute dispute) => Disputes = [.. Disputes, dispute];

    /// <summary>Id and amount.</summary>
    public override string ToString() => $"{Id} ({Amount})";
}
