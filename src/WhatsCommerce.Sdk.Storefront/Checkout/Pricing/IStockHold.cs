namespace WhatsCommerce.Storefronts;

/// <summary>Holds stock for an order while it is being paid.</summary>
/// <remarks>
/// All three methods must be idempotent: they may be called again for the same order. By default all stock is granted.
/// </remarks>
public interface IStockHold
{
    /// <summary>Reserves stock for an order that is about to be offered.</summary>
    /// <param name="request">The order and its goods.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The granted quantity of each product; 0 for a missing product. If less was granted than requested, the whole hold is released again
    /// and the customer is asked whether to order the rest: quantities are never reduced silently.
    /// </returns>
    Task<IReadOnlyDictionary<RetailerId, int>> HoldAsync(StockRequest request, CancellationToken cancellationToken);

    /// <summary>Confirms the hold: the order is paid, or will be paid on delivery, so the goods are sold.</summary>
    /// <param name="request">The order and its goods.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// <see langword="false"/> when the hold has expired and the goods are sold out; then <see cref="ILatePaymentPolicy"/> decides.
    /// </returns>
    Task<bool> ConfirmAsync(StockRequest request, CancellationToken cancellationToken);

    /// <summary>Releases the hold: the order was canceled.</summary>
    /// <param name="request">The order and its goods.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A task that represents the work.</returns>
    Task ReleaseAsync(StockRequest request, CancellationToken cancellationToken);
}
