using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Fails at startup when shops are configured incorrectly, or when the database tables do not match this version of the app.
/// </summary>
internal sealed class StoreStart(DatabaseReadiness? database, Shops shops) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        shops.Prepare();
        return database?.PrepareAsync(cancellationToken) ?? Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
