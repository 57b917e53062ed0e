using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Webhooks;

/// <summary>Hands a merge to a class that is made for it, in a scope of its own.</summary>
internal sealed class ScopedMergedHandler<THandler>(IServiceScopeFactory scopes) : ICustomersMergedHandler
    where THandler : class, ICustomersMergedHandler
{
    public async Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(merged, cancellationToken).ConfigureAwait(false);
        }
    }
}
