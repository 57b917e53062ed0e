namespace WhatsCommerce.Storefronts;

/// <summary>
/// Provides shops that are known only at run time, such as the tenants of a solution provider in a database. Added with
/// <c>UseDirectory&lt;TDirectory&gt;()</c>; a singleton that must be thread-safe.
/// </summary>
/// <remarks>
/// All of them have the modules, handlers and ways to pay of the unnamed storefront, each with its own options. The unnamed storefront is
/// then only their template and not a shop itself.
/// </remarks>
public interface IStorefrontDirectory
{
    /// <summary>
    /// Finds a shop by its id. Called for shops that were not listed yet, so the id may be invalid or forged.
    /// </summary>
    /// <param name="shopId">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when there is none.</returns>
    ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the shop that a webhook belongs to. Called for numbers that no listed shop has; the webhook waits for the result.
    /// </summary>
    /// <param name="route">The number and the other ids of the webhook.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when there is none.</returns>
    ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the shops whose background work this instance does: events, payments, catalogs. Called periodically
    /// (<see cref="StorefrontOptions.DirectoryInterval"/>).
    /// </summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The shops.</returns>
    IAsyncEnumerable<StorefrontListing> ListAsync(CancellationToken cancellationToken = default);
}
