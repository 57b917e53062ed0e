namespace WhatsCommerce.Storefronts;

/// <summary>Calculates the discount of a cart.</summary>
/// <remarks>Called after the lines are priced, in the order discount, shipping, tax. By default there is no discount.</remarks>
public interface IDiscountSource
{
    /// <summary>Returns the discount, which is subtracted from the subtotal; at most the subtotal is subtracted.</summary>
    /// <param name="draft">The quote so far.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The amount in the currency of the draft; it is rounded half to even to the digits of the currency. With a negative amount or another
    /// currency the cart is not offered.
    /// </returns>
    Task<Money> GetDiscountAsync(QuoteDraft draft, CancellationToken cancellationToken);
}
