namespace WhatsCommerce.Storefronts;

/// <summary>Holds stock for an order while it is being paid.</summary>
/// <remarks>
/// All three calls may be repeated for the same order, and must then have the effect of one. Without an implementation of your own
/// everything is granted.
/// </remarks>
public interface IStockHold
{
    /// <summary>Keeps goods for an order that is about to be offered.</summary>
    /// <param name="request">The order and its goods.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// How many of each product were granted; a product that is missing was granted none. When that is less than asked for, all of it is
    /// released again, and the customer is asked whether the rest will do: nothing is cut silently.
    /// </returns>
    Task<IReadOnlyDictionary<RetailerId, int>> HoldAsync(StockRequest request, CancellationToken cancellationToken);

    /// <summary>The order is paid, or to be paid on delivery: the goods are sold.</summary>
    /// <param name="request">The order and its goods.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// <see langword="false"/> when the hold has ended and the goods are gone; then <see cref="ILatePaymentPolicy"/> decides.
    /// </returns>
    Task<bool> ConfirmAsync(StockRequest request, CancellationToken cancellationToken);

    /// <summary>The order was called off: the goods are free again.</summary>
    /// <param name="request">The order and its goods.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>A task that represents the work.</returns>
    Task ReleaseAsync(StockRequest request, CancellationToken cancellationToken);
}
