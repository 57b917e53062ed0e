using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce.Http;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What every store of turns must do, in a file that several connections share.</summary>
public sealed class SqliteTurnStoreContractTests : TurnStoreContract
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

    private protected override ValueTask<ITurnStore[]> OpenAsync(int count, Func<long> clock) =>
        new([.. Enumerable.Range(0, count).Select(_ => Open(clock))]);

    private SqlTurnStore Open(Func<long> clock)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_file.Time);
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"))
            .UseSqlite(_file.ConnectionString);
        services.AddWhatsCommerceSharedPacing();
        ServiceProvider app = services.BuildServiceProvider();
        _apps.Add(app);
        return new(app.GetRequiredService<WhatsCommerceDatabase>(), _file.Time, NullLogger.Instance, clock);
    }
}
