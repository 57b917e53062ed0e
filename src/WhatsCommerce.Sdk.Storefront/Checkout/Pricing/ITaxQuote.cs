namespace WhatsCommerce.Storefronts;

/// <summary>Says how much tax a cart holds.</summary>
/// <remarks>
/// Asked after the lines are priced, in the order discount, shipping, tax. Without one none is shown. Whether the tax is contained in the
/// prices or added to them says <see cref="StorefrontOptions.PricesIncludeTax"/>.
/// </remarks>
public interface ITaxQuote
{
    /// <summary>Returns the tax.</summary>
    /// <param name="draft">The quote so far.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The amount in the currency of the draft; it is rounded half to even to its digits. A negative amount or another currency is an error
    /// of the app, and nothing is offered.
    /// </returns>
    Task<Money> GetTaxAsync(QuoteDraft draft, CancellationToken cancellationToken);
}
