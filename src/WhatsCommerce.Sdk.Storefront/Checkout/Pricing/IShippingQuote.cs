namespace WhatsCommerce.Storefronts;

/// <summary>Calculates the shipping costs of a cart.</summary>
/// <remarks>Called after the lines are priced, in the order discount, shipping, tax. By default shipping is free.</remarks>
public interface IShippingQuote
{
    /// <summary>Returns the shipping costs.</summary>
    /// <param name="draft">The quote so far.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The amount in the currency of the draft; it is rounded half to even to the digits of the currency. With a negative amount or another
    /// currency the cart is not offered.
    /// </returns>
    Task<Money> GetShippingAsync(QuoteDraft draft, CancellationToken cancellationToken);
}
