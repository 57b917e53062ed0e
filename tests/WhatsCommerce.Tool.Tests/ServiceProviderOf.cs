using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Tests;

/// <summary>A client of an emulator.</summary>
internal sealed class ServiceProviderOf : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ServiceProviderOf(CloudApiEmulator cloud)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(cloud.Configure);
        _services = services.BuildServiceProvider();
    }

    public WhatsCommerceClient Client => _services.GetRequiredService<WhatsCommerceClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
