namespace WhatsCommerce.Webhooks;

/// <summary>One attempt to pay (<c>payment.transaction</c>).</summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
[WebhookPart]
public sealed record PaymentTransaction
{
    /// <summary><c>id</c>: the id of the transaction.</summary>
    [Wire("id", IsId = true)]
    public string? Id { get; init; }

    /// <summary><c>pg_transaction_id</c>: the id at the payment gateway.</summary>
    [Wire("pg_transaction_id", IsId = true)]
    public string? GatewayId { get; init; }

    /// <summary><c>type</c>: the gateway, such as <c>razorpay</c>, or the payment method, such as <c>upi</c>.</summary>
    [Wire("type", IsWord = true)]
    public string? Type { get; init; }

    /// <summary><c>status</c>: the status of the transaction.</summary>
    [Wire("status")]
    public TransactionStatus Status { get; init; }

    /// <summary><c>method.type</c>: the means of payment, such as <c>card</c>.</summary>
    [Wire("method.type", IsWord = true)]
    public string? Method { get; init; }

    /// <summary><c>error.code</c> of the gateway.</summary>
    [Wire("error.code")]
    public string? ErrorCode { get; init; }

    /// <summary><c>error.reason</c> of the gateway.</summary>
    [Wire("error.reason")]
    public string? ErrorReason { get; init; }

    /// <summary><c>created_timestamp</c>: when it was created.</summary>
    [Wire("created_timestamp")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>updated_timestamp</c>: when it last changed.</summary>
    [Wire("updated_timestamp")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
