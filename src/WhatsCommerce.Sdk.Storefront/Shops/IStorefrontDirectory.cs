namespace WhatsCommerce.Storefronts;

/// <summary>
/// The shops that are known at run time only, such as the tenants of a solution provider in a database. Added with
/// <c>UseDirectory&lt;TDirectory&gt;()</c>; a singleton, called from several threads.
/// </summary>
/// <remarks>
/// All of them have the modules, handlers and ways to pay of the storefront without a name, each with its own options. That storefront is
/// then the base of theirs, and no shop itself.
/// </remarks>
public interface IStorefrontDirectory
{
    /// <summary>
    /// Finds a shop by its id. Asked when a shop is asked for that was not listed yet, also by ids that somebody made up.
    /// </summary>
    /// <param name="shopId">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when there is none.</returns>
    ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Finds the shop that a webhook belongs to. Asked for numbers that no listed shop has; the webhook waits for it.</summary>
    /// <param name="route">The number, and what else the webhook names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when there is none.</returns>
    ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the shops that this instance works for: handles events, reads payments back, follows catalogs. Asked again and again
    /// (<see cref="StorefrontOptions.DirectoryInterval"/>).
    /// </summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The shops.</returns>
    IAsyncEnumerable<StorefrontListing> ListAsync(CancellationToken cancellationToken = default);
}
