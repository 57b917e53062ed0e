using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start with tables that are not those that this version of the app needs.</summary>
internal sealed class StoreStart(DatabaseReadiness? database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database?.PrepareAsync(cancellationToken) ?? Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
