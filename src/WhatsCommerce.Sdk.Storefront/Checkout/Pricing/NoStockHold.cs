namespace WhatsCommerce.Storefronts;

/// <summary>Grants all stock, for shops whose price source determines what can be ordered.</summary>
internal sealed class NoStockHold : IStockHold
{
    public Task<IReadOnlyDictionary<RetailerId, int>> HoldAsync(StockRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<RetailerId, int>>(request.Lines.ToDictionary(line => line.RetailerId, line => line.Quantity));

    public Task<bool> ConfirmAsync(StockRequest request, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task ReleaseAsync(StockRequest request, CancellationToken cancellationToken) => Task.CompletedTask;
}
