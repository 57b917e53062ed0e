namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>The true time of a history.</summary>
internal sealed class HistoryClock(DateTimeOffset start)
{
    public DateTimeOffset Now { get; private set; } = start;

    public void MoveTo(DateTimeOffset time) => Now = time > Now ? time : Now;

    /// <summary>The clock of an instance, which may be behind.</summary>
    public TimeProvider Behind(TimeSpan by) => new InstanceClock(this, by);

    private sealed class InstanceClock(HistoryClock clock, TimeSpan behind) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.Now - behind;
    }
}
