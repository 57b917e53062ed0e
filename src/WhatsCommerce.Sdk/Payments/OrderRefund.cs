namespace WhatsCommerce.Payments;

/// <summary>A refund of a payment.</summary>
public sealed record OrderRefund
{
    /// <summary><c>id</c>.</summary>
    public string? Id { get; init; }

    /// <summary><c>status</c>.</summary>
    public PaymentState State { get; init; }

    /// <summary><c>amount</c>.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>speed_processed</c>, such as <c>normal</c> or <c>instant</c>.</summary>
    public string? Speed { get; init; }

    /// <summary><c>created_timestamp</c>.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
