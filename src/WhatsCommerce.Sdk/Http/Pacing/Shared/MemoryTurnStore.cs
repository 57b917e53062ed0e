namespace WhatsCommerce.Http;

/// <summary>Grants turns in memory, for an instance while the database is unavailable.</summary>
/// <param name="clock">The clock, in microseconds.</param>
internal sealed class MemoryTurnStore(Func<long> clock) : ITurnStore
{
    private const int MinSweep = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _paidBack = new(StringComparer.Ordinal);
    private int _sweepAt = MinSweep;

    public ValueTask<IReadOnlyList<GrantedTurns>> ReserveAsync(
        IReadOnlyList<TurnRequest> requests, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Reserve(requests));
    }

    public IReadOnlyList<GrantedTurns> Reserve(IReadOnlyList<TurnRequest> requests)
    {
        lock (_gate)
        {
            long now = clock();
            ForgetTheIdle(now);
            return [.. requests.Select(request => Reserve(request, now))];
        }
    }

    private GrantedTurns Reserve(TurnRequest request, long now)
    {
        long paidBack = Math.Min(
            _paidBack.GetValueOrDefault(request.Id), now + request.Slack + TurnRequest.MostHorizon + request.Step);
        long first = Math.Max(now + request.Lead, paidBack - request.Slack);
        long turns = first > now + request.Horizon
            ? 0
            : Math.Min(request.Turns, (now + request.Horizon - first) / request.Step + 1);
        if (turns > 0)
        {
            paidBack = Math.Max(paidBack, first) + turns * request.Step;
        }

        _paidBack[request.Id] = paidBack;
        return new(request.Id, turns, first, paidBack - request.Slack, now);
    }

    private void ForgetTheIdle(long now)
    {
        if (_paidBack.Count >= _sweepAt)
        {
            foreach ((string id, long paidBack) in _paidBack)
            {
                if (paidBack <= now)
                {
                    _paidBack.Remove(id);
                }
            }

            _sweepAt = Math.Max(MinSweep, 2 * _paidBack.Count);
        }
    }
}
