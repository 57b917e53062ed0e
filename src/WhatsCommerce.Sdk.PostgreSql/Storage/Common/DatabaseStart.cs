using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Prepares the tables when an app with a host starts: creates them if the database is configured for that, and otherwise prevents the
/// start if tables are missing or outdated, instead of failing at the first delivery.
/// </summary>
internal sealed class DatabaseStart(WhatsCommerceDatabase database, IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.PrepareAsync(
        database.Components, services.GetService<IHostEnvironment>()?.IsDevelopment() == true, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
