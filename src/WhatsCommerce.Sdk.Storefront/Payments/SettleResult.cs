namespace WhatsCommerce.Storefronts;

/// <summary>What settling an attempt came to.</summary>
public sealed record SettleResult
{
    /// <summary>Gets how the attempt stands.</summary>
    public required SettleOutcome Outcome { get; init; }

    /// <summary>Gets the attempt; <see langword="null"/> when the shop has none.</summary>
    public PaymentAttempt? Attempt { get; init; }

    /// <summary>Gets its order.</summary>
    public Order? Order { get; init; }

    internal static SettleResult Of(PaymentAttempt attempt, Order order) => new()
    {
        Outcome = attempt.State switch
        {
            AttemptState.Paid when order.State == OrderState.NeedsReview => SettleOutcome.NeedsReview,
            AttemptState.Paid => SettleOutcome.Paid,
            AttemptState.Offered => SettleOutcome.Open,
            AttemptState.Pending => SettleOutcome.Pending,
            AttemptState.Created or AttemptState.Unknown => SettleOutcome.Unknown,
            _ => SettleOutcome.Ended,
        },
        Attempt = attempt,
        Order = order,
    };
}
