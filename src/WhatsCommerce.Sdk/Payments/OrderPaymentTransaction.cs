namespace WhatsCommerce.Payments;

/// <summary>Represents an attempt to pay.</summary>
public sealed record OrderPaymentTransaction
{
    /// <summary><c>id</c> at WhatsApp.</summary>
    public string? Id { get; init; }

    /// <summary><c>pg_transaction_id</c>: the id at the payment gateway.</summary>
    public string? GatewayTransactionId { get; init; }

    /// <summary><c>type</c>: the gateway, such as <c>razorpay</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>status</c>: the state of the transaction.</summary>
    public PaymentState State { get; init; }

    /// <summary><c>method.type</c>, such as <c>upi</c> or <c>card</c>.</summary>
    public string? Method { get; init; }

    /// <summary><c>amount</c>, if the transaction has one.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>error.code</c>: why it failed.</summary>
    public string? ErrorCode { get; init; }

    /// <summary><c>error.reason</c>: why it failed.</summary>
    public string? ErrorReason { get; init; }

    /// <summary><c>created_timestamp</c>: when it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>updated_timestamp</c>: when it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
