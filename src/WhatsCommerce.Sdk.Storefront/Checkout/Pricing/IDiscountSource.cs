namespace WhatsCommerce.Storefronts;

/// <summary>Says what is taken off a cart.</summary>
/// <remarks>Asked after the lines are priced, in the order discount, shipping, tax. Without one nothing is taken off.</remarks>
public interface IDiscountSource
{
    /// <summary>Returns what is taken off the subtotal; more than the subtotal counts as all of it.</summary>
    /// <param name="draft">The quote so far.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The amount in the currency of the draft; it is rounded half to even to its digits. A negative amount or another currency is an error
    /// of the app, and nothing is offered.
    /// </returns>
    Task<Money> GetDiscountAsync(QuoteDraft draft, CancellationToken cancellationToken);
}
