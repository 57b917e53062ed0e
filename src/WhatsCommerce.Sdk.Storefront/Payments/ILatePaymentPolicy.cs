namespace WhatsCommerce.Storefronts;

/// <summary>Decides about late payments: those that arrive after the offer has expired, or when the products are out of stock.</summary>
/// <remarks>By default the order is held for review by a person.</remarks>
public interface ILatePaymentPolicy
{
    /// <summary>Decides what to do with a late payment. It may be called again for the same payment.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason"><see cref="ReviewReason.PaidLate"/> or <see cref="ReviewReason.StockGone"/>.</param>
    /// <param name="amount">The amount that was paid, which equals the quote.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The decision.</returns>
    Task<LatePaymentDecision> DecideAsync(Order order, ReviewReason reason, Money amount, CancellationToken cancellationToken);
}
