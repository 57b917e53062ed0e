namespace WhatsCommerce.Storefronts;

/// <summary>Says what the shipping of a cart costs.</summary>
/// <remarks>Asked after the lines are priced, in the order discount, shipping, tax. Without one it is free.</remarks>
public interface IShippingQuote
{
    /// <summary>Returns what the shipping costs.</summary>
    /// <param name="draft">The quote so far.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The amount in the currency of the draft; it is rounded half to even to its digits. A negative amount or another currency is an error
    /// of the app, and nothing is offered.
    /// </returns>
    Task<Money> GetShippingAsync(QuoteDraft draft, CancellationToken cancellationToken);
}
