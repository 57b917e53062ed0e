namespace WhatsCommerce.Storefronts;

/// <summary>Calculates the tax of a cart.</summary>
/// <remarks>
/// Called after the lines are priced, in the order discount, shipping, tax. By default no tax is shown.
/// <see cref="StorefrontOptions.PricesIncludeTax"/> determines whether the tax is included in the prices or added to them.
/// </remarks>
public interface ITaxQuote
{
    /// <summary>Returns the tax.</summary>
    /// <param name="draft">The quote so far.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>
    /// The amount in the currency of the draft; it is rounded half to even to the digits of the currency. With a negative amount or another
    /// currency the cart is not offered.
    /// </returns>
    Task<Money> GetTaxAsync(QuoteDraft draft, CancellationToken cancellationToken);
}
