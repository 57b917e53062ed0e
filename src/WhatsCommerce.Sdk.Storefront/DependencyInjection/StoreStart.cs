using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start with shops that cannot be, or tables that are not those that this version of the app needs.</summary>
internal sealed class StoreStart(DatabaseReadiness? database, Shops shops) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        shops.Prepare();
        return database?.PrepareAsync(cancellationToken) ?? Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
