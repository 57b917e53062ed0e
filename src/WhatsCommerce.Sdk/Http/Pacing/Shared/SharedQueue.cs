namespace WhatsCommerce.Http;

/// <summary>Lets one through at each turn that the shared store has granted to this instance.</summary>
/// <remarks>
/// A turn that cannot be used in time is dropped: used later it would come too close to those of other instances. What turns may be late
/// is left between them, so that no stretch of time has more than the rate.
/// </remarks>
internal sealed class SharedQueue(SharedTurns turns, string id, bool isOfNumber) : TurnQueue(turns.Gate, turns.Time)
{
    /// <summary>How late a turn may be used.</summary>
    private const long MostLate = 20_000;

    /// <summary>What turns may be late, and by what clocks may differ, in each second of a number or interval of a pair.</summary>
    private const long Reserve = 25_000;

    // Asked again when no more than this is left: each question covers what has come meanwhile.
    private const long AskedAhead = 100_000;

    /// <summary>For how long ahead an instance takes turns: what is lost with it when it dies.</summary>
    private const long MostAhead = 250_000;

    private const long Horizon = 500_000;

    private readonly Queue<long> _held = new();
    private long _step = 1;
    private int _burst = 1;
    private long _askAt;
    private long _last;
    private int _asked;

    public string Id => id;

    /// <summary>Whether it stands in the list of those that want turns.</summary>
    public bool IsListed { get; set; }

    public override bool IsIdle => Waiting == 0 && _held.Count == 0 && _asked == 0 && !IsListed;

    /// <summary>Whether turns are missing.</summary>
    public bool WantsTurns => _asked == 0 && Waiting > _held.Count;

    /// <summary>When to ask for them, by the clock of this process.</summary>
    public long AskAt => _held.Count == 0 ? _askAt : Math.Max(_askAt, _last - AskedAhead - turns.Lead);

    public override Waiter Enter(TimeSpan interval, int burst)
    {
        long micros = Math.Max(1, (long)Math.Ceiling(interval.TotalMicroseconds));
        _step = isOfNumber ? micros + (micros * Reserve + 999_999) / 1_000_000 : micros + Reserve;
        _burst = burst;
        Waiter waiter = Join();
        Release();
        return waiter;
    }

    /// <summary>Nothing: the turn is over before anybody else could have it.</summary>
    public override void GiveBack() { }

    /// <summary>Makes the request for what is missing.</summary>
    public TurnRequest Ask()
    {
        long lead = turns.Lead;
        long slack = (_burst - 1) * _step;
        long most = slack > 0 ? 1 : MostAhead / _step + 1;
        _asked = (int)Math.Min(most, Waiting - _held.Count);
        return new(id, _asked, _step, slack, Horizon + lead, lead);
    }

    public void Take(GrantedTurns granted, StoreClock clock)
    {
        for (long i = 0; i < granted.Turns; i++)
        {
            _last = clock.ToLocal(granted.First + i * _step);
            _held.Enqueue(_last);
        }

        // When all is taken as far as one may ask, time must pass until a group of turns is free again.
        _askAt = granted.Turns < _asked ? clock.ToLocal(granted.Next) - MostAhead - turns.Lead : 0;
        _asked = 0;
        Release();
    }

    /// <summary>The store gave no answer.</summary>
    public void Miss()
    {
        _asked = 0;
        turns.Want(this);
    }

    protected override void Release()
    {
        long now = turns.Now;
        while (_held.TryPeek(out long turn) && turn <= now)
        {
            _held.Dequeue();
            if (now - turn <= MostLate)
            {
                PassFirst();
            }
        }

        ReleaseAfter(_held.TryPeek(out long next) ? TimeSpan.FromMicroseconds(next - now) : null);
        if (WantsTurns)
        {
            turns.Want(this);
        }
    }
}
