using System.Collections.Concurrent;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.RaceShop;

/// <summary>Prices and stock as the race sets them: each customer of the race buys a product of their own.</summary>
internal sealed class Shelf(Currency currency) : IPriceSource, IStockHold
{
    private readonly ConcurrentDictionary<RetailerId, decimal> _prices = new();
    private readonly ConcurrentDictionary<RetailerId, bool> _gone = new();

    public static decimal UsualPrice => 349m;

    public void SetPrice(RetailerId product, decimal price) => _prices[product] = price;

    public void RunOut(RetailerId product) => _gone[product] = true;

    public Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProductPrice>>(
        [
            .. request.Products.Select(id => new ProductPrice
            {
                RetailerId = id,
                Name = "Apples",
                Price = new Money(_prices.GetValueOrDefault(id, UsualPrice), currency),
            }),
        ]);

    public Task<IReadOnlyDictionary<RetailerId, int>> HoldAsync(StockRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<RetailerId, int>>(request.Lines.ToDictionary(line => line.RetailerId, line => line.Quantity));

    public Task<bool> ConfirmAsync(StockRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(!request.Lines.Any(line => _gone.ContainsKey(line.RetailerId)));

    public Task ReleaseAsync(StockRequest request, CancellationToken cancellationToken) => Task.CompletedTask;
}
