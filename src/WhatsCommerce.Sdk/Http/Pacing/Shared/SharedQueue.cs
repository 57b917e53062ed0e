namespace WhatsCommerce.Http;

/// <summary>Lets one message through at each turn that the shared store granted to this instance.</summary>
/// <remarks>
/// A turn that cannot be used in time is dropped: used later it would be too close to those of other instances. Turns have a gap of the
/// tolerated lateness between them, so that no period exceeds the rate.
/// </remarks>
internal sealed class SharedQueue(SharedTurns turns, string id, bool isOfNumber) : TurnQueue(turns.Gate, turns.Time)
{
    /// <summary>How late a turn may be used.</summary>
    private const long MostLate = 20_000;

    /// <summary>The tolerated lateness and clock difference, for each second of a number or interval of a pair.</summary>
    private const long Reserve = 25_000;

    // More turns are requested when no more than this time is left: each request covers what has arrived meanwhile.
    private const long AskedAhead = 100_000;

    /// <summary>How far ahead an instance reserves turns; this is what is lost when it crashes.</summary>
    private const long MostAhead = 250_000;

    private const long Horizon = 500_000;

    private readonly Queue<long> _held = new();
    private long _step = 1;
    private int _burst = 1;
    private long _askAt;
    private long _last;
    private int _asked;

    public string Id => id;

    /// <summary>Whether the queue is in the list of those that need turns.</summary>
    public bool IsListed { get; set; }

    public override bool IsIdle => Waiting == 0 && _held.Count == 0 && _asked == 0 && !IsListed;

    /// <summary>Whether turns are missing.</summary>
    public bool WantsTurns => _asked == 0 && Waiting > _held.Count;

    /// <summary>When to request turns, by the clock of this process.</summary>
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

    /// <summary>Does nothing: the turn has passed before anybody else could have it.</summary>
    public override void GiveBack() { }

    /// <summary>Creates the request for the missing turns.</summary>
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

        // When all turns up to the horizon are taken, time must pass until a group of turns is free again.
        _askAt = granted.Turns < _asked ? clock.ToLocal(granted.Next) - MostAhead - turns.Lead : 0;
        _asked = 0;
        Release();
    }

    /// <summary>Records that the store did not respond.</summary>
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
