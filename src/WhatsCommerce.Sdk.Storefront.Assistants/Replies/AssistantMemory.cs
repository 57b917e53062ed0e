namespace WhatsCommerce.Storefronts;

/// <summary>
/// What the model is told of earlier turns: bounded in turns, characters, time and customers, in the memory of the process. After a
/// restart, or at another instance, a conversation begins anew.
/// </summary>
internal sealed class AssistantMemory(AssistantOptions options, TimeProvider time)
{
    private const int MostCustomers = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<CustomerKey, List<AssistantTurn>> _turns = [];

    /// <summary>The turns that are still told, the oldest first.</summary>
    public IReadOnlyList<AssistantTurn> Of(CustomerKey customer)
    {
        lock (_lock)
        {
            if (!_turns.TryGetValue(customer, out List<AssistantTurn>? turns))
            {
                return [];
            }

            Forget(turns);
            return [.. turns];
        }
    }

    public void Add(CustomerKey customer, AssistantTurn turn)
    {
        lock (_lock)
        {
            if (!_turns.TryGetValue(customer, out List<AssistantTurn>? turns))
            {
                MakeRoom();
                _turns[customer] = turns = [];
            }

            turns.Add(turn.Length <= options.HistoryLength ? turn : turn.InWords());
            Forget(turns);
        }
    }

    /// <summary>Drops all of a customer.</summary>
    public void Forget(CustomerKey customer)
    {
        lock (_lock)
        {
            _turns.Remove(customer);
        }
    }

    private void Forget(List<AssistantTurn> turns)
    {
        DateTimeOffset oldest = time.GetUtcNow() - options.HistoryLifetime;
        turns.RemoveAll(turn => turn.At < oldest);
        while (turns.Count > 0 && (turns.Count > options.HistoryTurns || turns.Sum(turn => turn.Length) > options.HistoryLength))
        {
            turns.RemoveAt(0);
        }
    }

    /// <summary>Drops those who wrote longest ago, a tenth at once.</summary>
    private void MakeRoom()
    {
        if (_turns.Count < MostCustomers)
        {
            return;
        }

        CustomerKey[] oldest =
        [
            .. _turns.OrderBy(pair => pair.Value.Count == 0 ? DateTimeOffset.MinValue : pair.Value[^1].At)
                .Take(MostCustomers / 10).Select(pair => pair.Key),
        ];
        foreach (CustomerKey customer in oldest)
        {
            _turns.Remove(customer);
        }
    }
}
