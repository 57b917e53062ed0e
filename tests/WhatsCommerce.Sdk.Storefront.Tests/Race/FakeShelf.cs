using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Race;

/// <summary>Prices and stock of the run: prices move, and what is held may be lost before it is paid.</summary>
internal sealed class FakeShelf(Turns turns) : IPriceSource, IStockHold
{
    private readonly HashSet<OrderId> _held = [];

    /// <summary>Every price that the shop asked for an apple.</summary>
    public List<Money> Prices { get; } = [new Money(3.49m, "USD")];

    /// <summary>Orders whose goods were confirmed as sold.</summary>
    public HashSet<OrderId> Sold { get; } = [];

    /// <summary>Whether goods that are held are lost.</summary>
    public bool RunsOut { get; set; }

    public async Task<IReadOnlyList<ProductPrice>> GetPricesAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        await turns.Turn().ConfigureAwait(false);
        return [.. request.Products.Select(id => new ProductPrice { RetailerId = id, Name = "Apples", Price = Prices[^1] })];
    }

    public async Task<IReadOnlyDictionary<RetailerId, int>> HoldAsync(StockRequest request, CancellationToken cancellationToken)
    {
        await turns.Turn().ConfigureAwait(false);
        _held.Add(request.OrderId);
        return request.Lines.ToDictionary(line => line.RetailerId, line => line.Quantity);
    }

    public async Task<bool> ConfirmAsync(StockRequest request, CancellationToken cancellationToken)
    {
        await turns.Turn().ConfigureAwait(false);
        if (Sold.Contains(request.OrderId) || (_held.Contains(request.OrderId) && !RunsOut))
        {
            Sold.Add(request.OrderId);
            return true;
        }

        return false;
    }

    public async Task ReleaseAsync(StockRequest request, CancellationToken cancellationToken)
    {
        await turns.Turn().ConfigureAwait(false);
        _held.Remove(request.OrderId);
    }
}
