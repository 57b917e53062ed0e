namespace WhatsCommerce;

/// <summary>
/// Looks up tenants that are known only at run time, such as the customers of a solution provider in a database. A singleton, called
/// concurrently from several threads.
/// </summary>
/// <remarks>
/// Webhooks call it through a cache with limited size and duration, so that a new tenant, or a changed secret, requires no restart of the
/// app. An exception means that the result is unknown: the delivery is answered with 500, and Meta delivers it again.
/// </remarks>
public interface IWhatsCommerceTenantDirectory
{
    /// <summary>Finds a tenant by its id. The id is untrusted: it may come from the URL of a request.</summary>
    /// <param name="tenantId">The id, at most 128 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant; <see langword="null"/> when there is none.</returns>
    ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the tenant of a number and an account. If the route contains both, both must be the tenant's; if it contains only the account,
    /// the account decides. The ids are untrusted: the signature of a delivery is verified with the secret of the tenant that is found.
    /// </summary>
    /// <param name="route">The number, the account, or both.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant; <see langword="null"/> when there is none.</returns>
    ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the tenants that this instance works for. Not used for webhooks, but by the storefront, whose shops have work without a
    /// webhook.
    /// </summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The tenants.</returns>
    IAsyncEnumerable<WhatsCommerceTenant> ListAsync(CancellationToken cancellationToken = default);
}
