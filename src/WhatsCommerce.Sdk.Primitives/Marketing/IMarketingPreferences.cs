namespace WhatsCommerce;

/// <summary>Stores which customers opted out of marketing messages from which of the business's numbers.</summary>
/// <remarks>Implementations must be thread-safe. A customer without a preference has not opted out.</remarks>
public interface IMarketingPreferences
{
    /// <summary>Records a preference, unless a later one is known. Must be idempotent.</summary>
    /// <param name="preference">The preference.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask RecordAsync(MarketingPreference preference, CancellationToken cancellationToken = default);

    /// <summary>Finds the recipients who opted out of marketing messages.</summary>
    /// <param name="from">The business's number.</param>
    /// <param name="recipients">The hashes of the recipients: <see cref="SendIntent.HashOf(Recipient)"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The hashes of those who opted out.</returns>
    ValueTask<IReadOnlySet<string>> FindStoppedAsync(
        PhoneNumberId from, IReadOnlyCollection<string> recipients, CancellationToken cancellationToken = default);
}
