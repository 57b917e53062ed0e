namespace WhatsCommerce.Storefronts;

/// <summary>Rejects carts below a minimum. A minimum in a currency other than the cart's is ignored.</summary>
internal sealed class MinimumOrderRule(Money minimum, Texts texts) : ICheckoutRule
{
    public Task<string?> ObjectAsync(Cart cart, Quote quote, CancellationToken cancellationToken)
    {
        Money sum = quote.Subtotal - quote.Discount;
        return Task.FromResult(sum.Currency == minimum.Currency && sum.Amount < minimum.Amount
            ? texts.Get(StorefrontText.BelowMinimum, cart.Language, ("minimum", minimum.ToString()), ("cart_total", sum.ToString()))
            : null);
    }
}
