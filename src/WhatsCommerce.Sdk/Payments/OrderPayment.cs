namespace WhatsCommerce.Payments;

/// <summary>The payment of an order. Source: Meta, payments/payments-in/pg.</summary>
public sealed record OrderPayment
{
    /// <summary><c>reference_id</c>: the order's.</summary>
    public string? ReferenceId { get; init; }

    /// <summary><c>status</c>; the goods may leave when it is <see cref="PaymentState.Captured"/>.</summary>
    public PaymentState State { get; init; }

    /// <summary><c>amount</c> and <c>currency</c>; compare it with what the order costs.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>transactions</c>: each attempt to pay.</summary>
    public IReadOnlyList<OrderPaymentTransaction> Transactions { get; init; } = [];

    /// <summary><c>refunds</c>: what was refunded.</summary>
    public IReadOnlyList<OrderRefund> Refunds { get; init; } = [];
}
