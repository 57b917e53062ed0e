namespace WhatsCommerce.Http;

/// <summary>Lets one message through per interval, and a burst after idle time, for this process alone.</summary>
/// <remarks>The whole state is one point in time: when the burst would be paid back (the generic cell rate algorithm).</remarks>
internal sealed class PacedQueue(Lock gate, TimeProvider time) : TurnQueue(gate, time)
{
    // A timer's delay is compensated up to this time; otherwise the rate would be lower than configured.
    private static readonly TimeSpan MadeUp = TimeSpan.FromMilliseconds(100);

    private long _interval;
    private int _burst = 1;
    private long _paidBack;

    public override bool IsIdle => Waiting == 0 && _paidBack <= Time.GetTimestamp();

    public override Waiter? Enter(TimeSpan interval, int burst)
    {
        _interval = Math.Max(1, (long)(interval.TotalSeconds * Time.TimestampFrequency));
        _burst = burst;
        long now = Time.GetTimestamp();
        if (Waiting == 0 && Opens <= now)
        {
            _paidBack = Math.Max(_paidBack, now) + _interval;
            return null;
        }

        Waiter waiter = Join();
        if (Waiting == 1)
        {
            Arm(now);
        }

        return waiter;
    }

    public override void GiveBack()
    {
        _paidBack -= _interval;
        if (Waiting > 0)
        {
            Arm(Time.GetTimestamp());
        }
    }

    protected override void Release()
    {
        long now = Time.GetTimestamp();
        long earliest = now - (long)(MadeUp.TotalSeconds * Time.TimestampFrequency);
        while (Opens <= now && PassFirst())
        {
            _paidBack = Math.Max(_paidBack, earliest) + _interval;
        }

        Arm(now);
    }

    // When the next message may pass.
    private long Opens => _paidBack - (_burst - 1) * _interval;

    private void Arm(long now) =>
        ReleaseAfter(Waiting == 0 ? null : TimeSpan.FromSeconds(Math.Max(0, Opens - now) / (double)Time.TimestampFrequency));
}
