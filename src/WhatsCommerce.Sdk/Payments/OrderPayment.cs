namespace WhatsCommerce.Payments;

/// <summary>Represents the payment of an order. Source: Meta, payments/payments-in/pg.</summary>
public sealed record OrderPayment
{
    /// <summary><c>reference_id</c>: the id of the order.</summary>
    public string? ReferenceId { get; init; }

    /// <summary><c>status</c>; the goods may be shipped when it is <see cref="PaymentState.Captured"/>.</summary>
    public PaymentState State { get; init; }

    /// <summary><c>amount</c> and <c>currency</c>; compare it with the total of the order.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>transactions</c>: each attempt to pay.</summary>
    public IReadOnlyList<OrderPaymentTransaction> Transactions { get; init; } = [];

    /// <summary><c>refunds</c>: the refunds.</summary>
    public IReadOnlyList<OrderRefund> Refunds { get; init; } = [];
}
