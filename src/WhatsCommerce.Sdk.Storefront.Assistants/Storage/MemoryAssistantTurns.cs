namespace WhatsCommerce.Storefronts;

/// <summary>Stores the turns of a limited number of customers in memory.</summary>
internal sealed class MemoryAssistantTurns : IAssistantTurns
{
    private const int MostCustomers = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Shop, CustomerKey Customer), List<AssistantTurn>> _turns = [];

    public Task<IReadOnlyList<AssistantTurn>> ListAsync(
        string shopId, CustomerKey customer, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<AssistantTurn>>(
                _turns.TryGetValue((shopId, customer), out List<AssistantTurn>? turns)
                    ? [.. turns.Where(turn => turn.At >= since).TakeLast(limit)]
                    : []);
        }
    }

    public Task AddAsync(string shopId, CustomerKey customer, AssistantTurn turn, int keep, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_turns.TryGetValue((shopId, customer), out List<AssistantTurn>? turns))
            {
                MakeRoom();
                _turns[(shopId, customer)] = turns = [];
            }

            if (!turns.Exists(known => known.Id == turn.Id))
            {
                turns.Add(turn);
                turns.RemoveRange(0, Math.Max(0, turns.Count - keep));
            }
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _turns.Remove((shopId, customer));
        }

        return Task.CompletedTask;
    }

    public Task PurgeAsync(string shopId, DateTimeOffset turnsBefore, DateTimeOffset budgetsBefore, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (((string Shop, CustomerKey) key, List<AssistantTurn> turns) in _turns)
            {
                if (key.Shop == shopId && turns.RemoveAll(turn => turn.At < turnsBefore) > 0 && turns.Count == 0)
                {
                    _turns.Remove(key);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Removes the tenth of the customers who wrote longest ago.</summary>
    private void MakeRoom()
    {
        if (_turns.Count < MostCustomers)
        {
            return;
        }

        (string, CustomerKey)[] oldest =
        [
            .. _turns.OrderBy(pair => pair.Value.Count == 0 ? DateTimeOffset.MinValue : pair.Value[^1].At)
                .Take(MostCustomers / 10).Select(pair => pair.Key),
        ];
        foreach ((string, CustomerKey) customer in oldest)
        {
            _turns.Remove(customer);
        }
    }
}
