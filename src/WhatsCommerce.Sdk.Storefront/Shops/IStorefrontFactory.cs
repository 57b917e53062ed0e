namespace WhatsCommerce.Storefronts;

/// <summary>Finds shops by their ids, including those that are known only at run time. A service of the app.</summary>
/// <remarks>
/// In an app with one shop, inject <see cref="Storefront"/> instead; a named shop is also available as <c>[FromKeyedServices("name")]
/// Storefront</c>. Do not cache the result: a shop of the directory is replaced by a new object when it changes.
/// </remarks>
public interface IStorefrontFactory
{
    /// <summary>Gets a shop that was registered, or that the directory has already listed or found.</summary>
    /// <param name="shopId">The id of the shop: the name of its registration, or the id of its listing.</param>
    /// <returns>The shop.</returns>
    /// <exception cref="KeyNotFoundException">The shop does not exist.</exception>
    Storefront Get(string shopId);

    /// <summary>Finds a shop; calls the directory when it is not known yet.</summary>
    /// <param name="shopId">The id of the shop, which may be invalid.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when there is none.</returns>
    ValueTask<Storefront?> FindAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Finds the shop that a webhook belongs to, in the same way as the storefront.</summary>
    /// <param name="route">The number and the other ids of the webhook.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The shop; <see langword="null"/> when it belongs to no shop.</returns>
    ValueTask<Storefront?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default);
}
