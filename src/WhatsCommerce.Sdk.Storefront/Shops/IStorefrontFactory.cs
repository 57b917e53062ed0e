namespace WhatsCommerce.Storefronts;

/// <summary>Gives shops by their ids, also those that are known at run time only. A service of the app.</summary>
/// <remarks>
/// The shop of an app that has one is <see cref="Storefront"/> itself; a named one is <c>[FromKeyedServices("name")] Storefront</c> too.
/// Ask again for each piece of work: a shop of the directory that has changed is another object.
/// </remarks>
public interface IStorefrontFactory
{
    /// <summary>Gets a shop: one that was registered, or one of the directory that has been listed or found.</summary>
    /// <param name="shopId">The id of the shop: the name that it was registered by, or the one of its listing.</param>
    /// <returns>The shop.</returns>
    /// <exception cref="KeyNotFoundException">There is no such shop.</exception>
    Storefront Get(string shopId);

    /// <summary>Finds a shop; asks the directory when it is not known yet.</summary>
    /// <param name="shopId">The id of the shop, perhaps one that somebody made up.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when there is none.</returns>
    ValueTask<Storefront?> FindAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Finds the shop that a webhook belongs to, as the storefront does.</summary>
    /// <param name="route">The number, and what else the webhook names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when it belongs to none.</returns>
    ValueTask<Storefront?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default);
}
