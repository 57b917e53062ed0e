namespace WhatsCommerce.Storefronts;

/// <summary>
/// Keeps whether the search of a shop is on: in the storefront's database where there is one, else in memory, and on after each start.
/// </summary>
public interface ISearchSwitches
{
    /// <summary>Determines whether the search of a shop is on.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it is on; a shop that was never switched is.</returns>
    ValueTask<bool> IsEnabledAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Switches the search of a shop.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="isEnabled">Whether it is on.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    ValueTask SetEnabledAsync(string shopId, bool isEnabled, CancellationToken cancellationToken = default);
}
