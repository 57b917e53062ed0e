namespace WhatsCommerce.Webhooks;

/// <summary>Calls a handler class for a merge of customers, in a new scope.</summary>
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
