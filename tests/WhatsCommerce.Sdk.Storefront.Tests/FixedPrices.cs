using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests;

/// <summary>Prices that a test sets.</summary>
internal sealed class FixedPrices(params IReadOnlyList<ProductPrice> prices) : IPriceSource
{
    public List<ProductPrice> Prices { get; } = [.. prices];

    public Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProductPrice>>([.. Prices.Where(price => request.Products.Contains(price.RetailerId))]);
}
