namespace WhatsCommerce.Storefronts;

/// <summary>Objects to carts below a sum. A minimum in another currency than the cart's does not count.</summary>
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
