using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

public sealed class StandstillTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider _clock = new();
    private readonly Standstill _standstill;

    public StandstillTests() => _standstill = new(_clock, Limit);

    [Fact]
    public void IsDue_SilentForTheLimit_IsSoOnceEachTime()
    {
        _clock.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.False(_standstill.IsDue(received: 0, holdsAny: false));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(_standstill.IsDue(received: 0, holdsAny: false));
        Assert.False(_standstill.IsDue(received: 0, holdsAny: false));
        _clock.Advance(Limit);
        Assert.True(_standstill.IsDue(received: 0, holdsAny: false));
    }

    [Fact]
    public void IsDue_SomethingCameMeanwhile_BeginsAnew()
    {
        _clock.Advance(Limit);

        Assert.False(_standstill.IsDue(received: 1, holdsAny: false));
        _clock.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.False(_standstill.IsDue(received: 1, holdsAny: false));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_standstill.IsDue(received: 1, holdsAny: false));
    }

    [Fact]
    public void IsDue_SomethingIsHeld_IsNotSo()
    {
        _clock.Advance(Limit);
        Assert.False(_standstill.IsDue(received: 0, holdsAny: true));
        _clock.Advance(Limit - TimeSpan.FromSeconds(1));
        Assert.False(_standstill.IsDue(received: 0, holdsAny: false));
    }
}
