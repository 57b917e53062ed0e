namespace WhatsCommerce.Messages;

/// <summary>Stores preferences in the memory of this process, when no database is configured.</summary>
public sealed class MemoryMarketingPreferences : IMarketingPreferences
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string? From, string Recipient), (bool IsStopped, DateTimeOffset At)> _preferences = [];

    /// <inheritdoc/>
    public ValueTask RecordAsync(MarketingPreference preference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(preference);
        lock (_gate)
        {
            foreach (string recipient in preference.RecipientHashes)
            {
                (string?, string) key = (preference.From.Value, recipient);
                if (!_preferences.TryGetValue(key, out var known) || known.At <= preference.At)
                {
                    _preferences[key] = (preference.IsStopped, preference.At);
                }
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> FindStoppedAsync(
        PhoneNumberId from, IReadOnlyCollection<string> recipients, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        lock (_gate)
        {
            return new(recipients
                .Where(recipient => _preferences.GetValueOrDefault((from.Value, recipient)).IsStopped)
                .ToHashSet(StringComparer.Ordinal));
        }
    }
}
