using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Webhooks;

/// <summary>Runs checks at startup that need the complete app, such as how its endpoints were mapped.</summary>
internal sealed class StartChecks : IHostedService
{
    private readonly List<Action> _checks = [];

    /// <summary>Gets the number of checks.</summary>
    public int Count => _checks.Count;

    /// <summary>Registers the checks, unless they are registered.</summary>
    /// <param name="services">The services of the app.</param>
    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton<StartChecks>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartChecks>(
            static provider => provider.GetRequiredService<StartChecks>()));
    }

    /// <summary>Adds a check. An exception that it throws prevents the app from starting.</summary>
    public void Add(Action check) => _checks.Add(check);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _checks.ForEach(check => check());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
