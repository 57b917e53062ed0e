using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Webhooks;

/// <summary>The services of one run, from a scope that is made when the first is asked for: many handlers ask for none.</summary>
internal sealed class RunServices(IServiceScopeFactory scopes, WebhookContext context) : IServiceProvider, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private AsyncServiceScope? _scope;

    public object? GetService(Type serviceType) => GetScope().ServiceProvider.GetService(serviceType);

    public ValueTask DisposeAsync() => _scope is { } scope ? scope.DisposeAsync() : default;

    private AsyncServiceScope GetScope()
    {
        // A behavior may call on more than once, and side by side.
        lock (_gate)
        {
            if (_scope is not { } scope)
            {
                _scope = scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<WebhookContextHolder>().Context = context;
            }

            return scope;
        }
    }
}
