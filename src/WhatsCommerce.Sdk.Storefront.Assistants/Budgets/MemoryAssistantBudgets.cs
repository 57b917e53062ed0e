namespace WhatsCommerce.Storefronts;

/// <summary>Counts in the memory of the process: what each customer used in the last 60 minutes, whatever the clock's hour.</summary>
internal sealed class MemoryAssistantBudgets(TimeProvider time) : IAssistantBudgets
{
    // Whoever used nothing for an hour is dropped when there are more customers than this.
    private const int CustomersBeforeCleaning = 10_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Shop, CustomerKey Customer), Queue<(DateTimeOffset At, AssistantUse Use)>> _uses = [];
    private int _cleanedAt = CustomersBeforeCleaning;

    public ValueTask<bool> TryTakeAsync(
        string shopId, CustomerKey customer, AssistantUse use, AssistantUse limits, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            Clean(now);
            if (!_uses.TryGetValue((shopId, customer), out Queue<(DateTimeOffset At, AssistantUse Use)>? uses))
            {
                _uses[(shopId, customer)] = uses = new Queue<(DateTimeOffset At, AssistantUse Use)>();
            }

            Drop(uses, now);
            AssistantUse sum = uses.Aggregate(use, static (sum, used) => sum + used.Use);
            if (!sum.Fits(limits))
            {
                return ValueTask.FromResult(false);
            }

            uses.Enqueue((now, use));
            return ValueTask.FromResult(true);
        }
    }

    private static void Drop(Queue<(DateTimeOffset At, AssistantUse Use)> uses, DateTimeOffset now)
    {
        while (uses.TryPeek(out (DateTimeOffset At, AssistantUse Use) oldest) && now - oldest.At >= Hour)
        {
            uses.Dequeue();
        }
    }

    private void Clean(DateTimeOffset now)
    {
        if (_uses.Count < _cleanedAt)
        {
            return;
        }

        foreach (KeyValuePair<(string Shop, CustomerKey Customer), Queue<(DateTimeOffset At, AssistantUse Use)>> customer in _uses)
        {
            Drop(customer.Value, now);
            if (customer.Value.Count == 0)
            {
                _uses.Remove(customer.Key);
            }
        }

        // Twice what is left, so that a crowd is not looked through at each call.
        _cleanedAt = Math.Max(CustomersBeforeCleaning, 2 * _uses.Count);
    }
}
