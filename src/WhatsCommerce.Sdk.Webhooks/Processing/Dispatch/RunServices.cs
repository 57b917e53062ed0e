namespace WhatsCommerce.Webhooks;

/// <summary>The services of one run. The scope is created when the first service is resolved, because many handlers need none.</summary>
internal sealed class RunServices(IServiceScopeFactory scopes, WebhookContext context) : IServiceProvider, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private AsyncServiceScope? _scope;

    public object? GetService(Type serviceType) => GetScope().ServiceProvider.GetService(serviceType);

    public ValueTask DisposeAsync() => _scope is { } scope ? scope.DisposeAsync() : default;

    private AsyncServiceScope GetScope()
    {
        // A behavior may call <c>next</c> more than once, and concurrently.
        lock (_gate)
        {
            if (_scope is not { } scope)
            {
                _scope = scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<WebhookContextHolder>().Context = context;
                if (context.Tenant is { } tenant)
                {
                    scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant, TenantGate.RouteOf(context.Event));
                }
            }

            return scope;
        }
    }
}
