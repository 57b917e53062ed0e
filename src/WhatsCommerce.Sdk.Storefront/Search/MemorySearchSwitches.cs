using System.Collections.Concurrent;

namespace WhatsCommerce.Storefronts;

/// <summary>Keeps the switches in memory.</summary>
internal sealed class MemorySearchSwitches : ISearchSwitches
{
    private readonly ConcurrentDictionary<string, bool> _switches = new(StringComparer.Ordinal);

    public ValueTask<bool> IsEnabledAsync(string shopId, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_switches.GetValueOrDefault(shopId, true));

    public ValueTask SetEnabledAsync(string shopId, bool isEnabled, CancellationToken cancellationToken = default)
    {
        _switches[shopId] = isEnabled;
        return ValueTask.CompletedTask;
    }
}
