using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What every delivery queue must do, in a file that two connections share.</summary>
public sealed class SqliteDeliveryQueueContractTests : DeliveryQueueContract
{
    private readonly TestFile _file = new();
    private readonly List<ServiceProvider> _apps = [];

    public override async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider app in _apps)
        {
            await app.DisposeAsync();
        }

        _file.Dispose();
    }

    protected override ValueTask<(IDeliveryQueue Queue, IDeliveryQueue Other)> OpenAsync() => new((Open(), Open()));

    protected override ValueTask PassTimeAsync(TimeSpan time)
    {
        _file.Time.Advance(time);
        return default;
    }

    private IDeliveryQueue Open()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_file.Time);
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"))
            .UseSqlite(_file.ConnectionString)
            .UseDeliveryQueue();
        ServiceProvider app = services.BuildServiceProvider();
        _apps.Add(app);
        return app.GetRequiredService<IDeliveryQueue>();
    }
}
