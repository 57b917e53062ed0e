namespace WhatsCommerce;

/// <summary>
/// The tenants that are known at run time only, such as the customers of a solution provider in a database. A singleton, called from
/// several threads.
/// </summary>
/// <remarks>
/// Webhooks ask it through a cache that is bounded in size and time, so that a new tenant, or one whose secret has changed, needs no
/// restart of the app. An exception means that the answer is unknown: the delivery is answered 500, and Meta delivers it again.
/// </remarks>
public interface IWhatsCommerceTenantDirectory
{
    /// <summary>Finds a tenant by its id. Also asked for ids that somebody made up: they may stand in the address of a request.</summary>
    /// <param name="tenantId">The id, at most 128 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant; <see langword="null"/> when there is none.</returns>
    ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the tenant that a number and an account belong to. Where the route names both, both must be the tenant's; where it names only
    /// the account, the account decides. Also asked for ids that somebody made up: a delivery is not verified yet when its secret is looked
    /// for.
    /// </summary>
    /// <param name="route">The number, the account, or both.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tenant; <see langword="null"/> when there is none.</returns>
    ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the tenants that this instance works for. Webhooks do not ask for it; the storefront does, whose shops have work to do without
    /// a webhook.
    /// </summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The tenants.</returns>
    IAsyncEnumerable<WhatsCommerceTenant> ListAsync(CancellationToken cancellationToken = default);
}
