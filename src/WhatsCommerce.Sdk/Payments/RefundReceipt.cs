namespace WhatsCommerce.Payments;

/// <summary>What Meta answered to a refund.</summary>
public sealed record RefundReceipt
{
    /// <summary>The refund's id.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="PaymentState.Pending"/> as a rule; look the payment up to see how it ends.</summary>
    public required PaymentState State { get; init; }

    /// <summary><c>speed_processed</c>, such as <c>normal</c>.</summary>
    public string? Speed { get; init; }
}
