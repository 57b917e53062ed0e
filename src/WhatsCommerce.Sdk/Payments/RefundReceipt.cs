namespace WhatsCommerce.Payments;

/// <summary>Represents Meta's response to a refund.</summary>
public sealed record RefundReceipt
{
    /// <summary>The refund's id.</summary>
    public required string Id { get; init; }

    /// <summary>Usually <see cref="PaymentState.Pending"/>; get the payment later to see the outcome.</summary>
    public required PaymentState State { get; init; }

    /// <summary><c>speed_processed</c>, such as <c>normal</c>.</summary>
    public string? Speed { get; init; }
}
