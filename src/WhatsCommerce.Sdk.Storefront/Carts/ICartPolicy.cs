namespace WhatsCommerce.Storefronts;

/// <summary>
/// Decides what to do with a cart that is received while another cart of the customer is open. By default the customer is asked.
/// </summary>
public interface ICartPolicy
{
    /// <summary>Decides what to do with the new cart.</summary>
    /// <param name="open">The cart that is open or being paid.</param>
    /// <param name="received">The cart that was received.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The decision.</returns>
    Task<CartDecision> DecideAsync(Cart open, Cart received, CancellationToken cancellationToken);
}
