namespace WhatsCommerce.Storefronts;

/// <summary>Represents the result of settling an attempt.</summary>
public sealed record SettleResult
{
    /// <summary>Gets the state of the attempt.</summary>
    public required SettleOutcome Outcome { get; init; }

    /// <summary>Gets the attempt; <see langword="null"/> if the shop does not know it.</summary>
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
