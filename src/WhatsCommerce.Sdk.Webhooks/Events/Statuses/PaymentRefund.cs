namespace WhatsCommerce.Webhooks;

/// <summary>Represents a refund (<c>payment.refunds[]</c>).</summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
public sealed record PaymentRefund
{
    /// <summary><c>id</c>: the id of the refund.</summary>
    public string? Id { get; init; }

    /// <summary><c>amount</c>, in the currency of the payment; <see langword="null"/> when it is not an exact amount.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>status</c>: the status of the refund.</summary>
    public TransactionStatus Status { get; init; }

    /// <summary><c>speed_processed</c>: <c>instant</c> or <c>normal</c>.</summary>
    public string? Speed { get; init; }

    /// <summary><c>created_timestamp</c>: when it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>updated_timestamp</c>: when it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
