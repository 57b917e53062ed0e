namespace WhatsCommerce.Storefronts;

/// <summary>Decides about late payments: after the expiration of an offer, or when the products are out of stock.</summary>
/// <remarks>By default they are always held for review by a person.</remarks>
public interface ILatePaymentPolicy
{
    /// <summary>Decides. It may be asked again for the same payment.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason"><see cref="ReviewReason.PaidLate"/> or <see cref="ReviewReason.StockGone"/>.</param>
    /// <param name="amount">What was paid; it equals the quote.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>What is done.</returns>
    Task<LatePaymentDecision> DecideAsync(Order order, ReviewReason reason, Money amount, CancellationToken cancellationToken);
}
