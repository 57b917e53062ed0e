using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>
/// A client, and the local Cloud API that it manages a shop in. The client's clock runs fast, so that its waits end soon.
/// </summary>
internal sealed class ClientAndCloud : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ClientAndCloud(CloudApiEmulator cloud, Action<WhatsCommerceOptions>? configure)
    {
        Cloud = cloud;
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new HurriedTime(20));
        services.AddWhatsCommerce(options =>
        {
            cloud.Configure(options);

            // Deadlines run fast too, and the machine may be busy: the longest there are take three minutes here.
            options.Timeout = TimeSpan.FromHours(1);
            options.Retry.TotalTime = TimeSpan.FromHours(1);
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public CloudApiEmulator Cloud { get; }

    public WhatsCommerceClient Client => _services.GetRequiredService<WhatsCommerceClient>();

    public static async Task<ClientAndCloud> StartAsync(
        Action<WhatsCommerceOptions>? configure = null, CloudApiEmulatorOptions? cloud = null) =>
        new(await CloudApiEmulator.StartAsync(cloud, TestContext.Current.CancellationToken), configure);

    /// <summary>How many requests of a kind came.</summary>
    public int Count(string method, string pathEnd) =>
        Cloud.Requests.Count(request => request.Method == method && request.Path.Split('?')[0].EndsWith(pathEnd, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Cloud.DisposeAsync();
    }
}
