namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>A clock that runs many times faster than the system's, so that real waits end soon and stay in proportion.</summary>
internal sealed class HurriedTime(int speed) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _begin = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => _begin + (System.GetTimestamp() - _begin) * speed;

    public override DateTimeOffset GetUtcNow() => _start + GetElapsedTime(_begin);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Hurry(dueTime), Hurry(period)), this);

    private TimeSpan Hurry(TimeSpan wait) => wait <= TimeSpan.Zero ? wait : wait / speed;

    private sealed class Timer(ITimer timer, HurriedTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Hurry(dueTime), time.Hurry(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
