namespace WhatsCommerce.Storefronts;

/// <summary>Counts the use of the last 60 minutes in memory.</summary>
internal sealed class MemoryAssistantBudgets(TimeProvider time) : IAssistantBudgets
{
    // With more customers than this, those without use for an hour are removed.
    private const int CustomersBeforeCleaning = 10_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Shop, CustomerKey Customer), StoredUse[]> _uses = [];
    private int _cleanedAt = CustomersBeforeCleaning;

    public ValueTask<bool> TryTakeAsync(
        string shopId, CustomerKey customer, AssistantUse use, AssistantUse limits, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            Clean(now);
            if (StoredUse.Take(_uses.GetValueOrDefault((shopId, customer)) ?? [], use, limits, now) is not StoredUse[] after)
            {
                return ValueTask.FromResult(false);
            }

            _uses[(shopId, customer)] = after;
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask ForgetAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _uses.Remove((shopId, customer));
        }

        return ValueTask.CompletedTask;
    }

    private void Clean(DateTimeOffset now)
    {
        if (_uses.Count < _cleanedAt)
        {
            return;
        }

        foreach (((string, CustomerKey) customer, StoredUse[] uses) in _uses)
        {
            if (now - uses[^1].At >= Hour)
            {
                _uses.Remove(customer);
            }
        }

        // Twice the remaining number, so that many customers are not scanned on each call.
        _cleanedAt = Math.Max(CustomersBeforeCleaning, 2 * _uses.Count);
    }
}
