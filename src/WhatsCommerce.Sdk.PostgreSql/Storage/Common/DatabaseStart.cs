using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Sees to the tables when an app with a host starts, whatever it uses of them: makes them where the database is to do that at start, and
/// else refuses to start over tables that are missing or old, instead of failing with the first delivery.
/// </summary>
internal sealed class DatabaseStart(WhatsCommerceDatabase database, IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.PrepareAsync(
        database.Components, services.GetService<IHostEnvironment>()?.IsDevelopment() == true, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
