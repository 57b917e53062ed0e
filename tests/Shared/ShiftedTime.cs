namespace WhatsCommerce.Tests;

/// <summary>The clock of the machine, ahead by as much as the test says. Timers run as they are.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    private long _ahead = ahead.Ticks;

    public TimeSpan Ahead
    {
        get => new(Interlocked.Read(ref _ahead));
        set => Interlocked.Exchange(ref _ahead, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
