namespace WhatsCommerce.Storefronts;

/// <summary>
/// Decides what becomes of a cart that comes while another one of the customer is open. Without one of your own it is asked.
/// </summary>
public interface ICartPolicy
{
    /// <summary>Decides.</summary>
    /// <param name="open">The cart that is open or being paid.</param>
    /// <param name="received">The cart that came.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>What is done.</returns>
    Task<CartDecision> DecideAsync(Cart open, Cart received, CancellationToken cancellationToken);
}
