using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Webhooks;

/// <summary>What is checked when the app starts and cannot be known earlier, such as how its endpoints were mapped.</summary>
internal sealed class StartChecks : IHostedService
{
    private readonly List<Action> _checks = [];

    /// <summary>Gets how many were added.</summary>
    public int Count => _checks.Count;

    /// <summary>Adds a check, which throws what keeps the app from starting.</summary>
    public void Add(Action check) => _checks.Add(check);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _checks.ForEach(check => check());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
