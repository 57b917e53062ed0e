namespace WhatsCommerce.Webhooks;

/// <summary>One attempt to pay (<c>payment.transaction</c>).</summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
public sealed record PaymentTransaction
{
    /// <summary><c>id</c>.</summary>
    public string? Id { get; init; }

    /// <summary><c>pg_transaction_id</c>: the id at the payment gateway.</summary>
    public string? GatewayId { get; init; }

    /// <summary><c>type</c>: the gateway, such as <c>razorpay</c>, or the way, such as <c>upi</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>status</c>.</summary>
    public TransactionStatus Status { get; init; }

    /// <summary><c>method.type</c>: with what the customer paid, such as <c>card</c>.</summary>
    public string? Method { get; init; }

    /// <summary><c>error.code</c>, in the words of the gateway.</summary>
    public string? ErrorCode { get; init; }

    /// <summary><c>error.reason</c>, in the words of the gateway.</summary>
    public string? ErrorReason { get; init; }

    /// <summary><c>created_timestamp</c>.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>updated_timestamp</c>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
