using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Events;

/// <summary>What becomes of the events of a shop when the app stops.</summary>
public sealed class OutboxProcessorTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ShopFixture _shop = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _stopping.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task RunOnceAsync_HandlerIsCanceledByTheStop_IsDueAtOnce()
    {
        List<string> runs = await HandleAsync(canceled => canceled.ThrowIfCancellationRequested());

        await RunAsync(Stop);

        Assert.Equal(2, runs.Count);
        Assert.Single(runs.Distinct());
    }

    [Fact]
    public async Task RunOnceAsync_HandlerCompletesDuringTheStop_IsNotRunAgain()
    {
        List<string> runs = await HandleAsync(static _ => { });

        await RunAsync(Stop);

        Assert.Single(runs);
    }

    /// <summary>The app stops while a handler runs for the first time.</summary>
    /// <returns>The events that it runs for.</returns>
    private async Task<List<string>> HandleAsync(Action<CancellationToken> end)
    {
        List<string> runs = [];
        _shop.Handlers.Add(new EventHandlerRegistration<CheckoutOffered>("the app's", async (_, offered, canceled) =>
        {
            runs.Add(offered.Id);
            if (runs.Count == 1)
            {
                await _stopping.CancelAsync();
                end(canceled);
            }
        }));
        await _shop.OfferAsync();
        await RunAsync(_stopping.Token);
        return runs;
    }

    private async Task RunAsync(CancellationToken cancellationToken) =>
        await new OutboxProcessor(_shop.Services, _services.GetRequiredService<IServiceScopeFactory>())
            .RunOnceAsync(100, cancellationToken);
}
