namespace WhatsCommerce.Payments;

/// <summary>A refund of a payment.</summary>
public sealed record OrderRefund
{
    /// <summary><c>id</c>: the id of the refund.</summary>
    public string? Id { get; init; }

    /// <summary><c>status</c>: the state of the refund.</summary>
    public PaymentState State { get; init; }

    /// <summary><c>amount</c>: the refunded amount.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>speed_processed</c>, such as <c>normal</c> or <c>instant</c>.</summary>
    public string? Speed { get; init; }

    /// <summary><c>created_timestamp</c>: when it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
