using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start with tables that are not those that this version of the app needs.</summary>
internal sealed class StoreStart(SqlStorefrontStore? store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store?.PrepareAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
