namespace FullShop;

/// <summary>
/// The clock of the local shop, its Cloud API and its payment providers, which can be turned forward. Short waits use the clock of the
/// machine, so that turning the clock does not time out running requests.
/// </summary>
internal sealed class ShopClock : TimeProvider
{
    private long _turnedTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _turnedTicks));

    public void Turn(TimeSpan forward)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(forward, TimeSpan.Zero);
        Interlocked.Add(ref _turnedTicks, forward.Ticks);
    }
}
