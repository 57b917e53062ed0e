namespace WhatsCommerce.Storefronts;

/// <summary>
/// Stores whether the search of a shop is enabled: in the storefront's database if there is one, otherwise in memory, where it is enabled
/// after each start.
/// </summary>
public interface ISearchSwitches
{
    /// <summary>Determines whether the search of a shop is enabled.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the search is enabled; <see langword="true"/> if it was never set.</returns>
    ValueTask<bool> IsEnabledAsync(string shopId, CancellationToken cancellationToken = default);

    /// <summary>Enables or disables the search of a shop.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="isEnabled">Whether the search is enabled.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the value is stored.</returns>
    ValueTask SetEnabledAsync(string shopId, bool isEnabled, CancellationToken cancellationToken = default);
}
