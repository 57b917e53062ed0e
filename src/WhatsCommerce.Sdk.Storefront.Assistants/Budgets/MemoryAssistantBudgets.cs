namespace WhatsCommerce.Storefronts;

/// <summary>Counts in the memory of the process: what each customer used in the last 60 minutes.</summary>
internal sealed class MemoryAssistantBudgets(TimeProvider time) : IAssistantBudgets
{
    // Whoever used nothing for an hour is dropped when there are more customers than this.
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

        // Twice what is left, so that a crowd is not looked through at each call.
        _cleanedAt = Math.Max(CustomersBeforeCleaning, 2 * _uses.Count);
    }
}
