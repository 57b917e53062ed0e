using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What every delivery queue must do, in memory.</summary>
public sealed class MemoryDeliveryQueueContractTests : DeliveryQueueContract
{
    private readonly FakeTimeProvider _time = new();
    private MemoryDeliveryQueue? _queue;

    public override ValueTask DisposeAsync()
    {
        _queue?.Dispose();
        return default;
    }

    protected override ValueTask<(IDeliveryQueue Queue, IDeliveryQueue Other)> OpenAsync()
    {
        _queue = new(_time);
        return new((_queue, _queue));
    }

    protected override ValueTask PassTimeAsync(TimeSpan time)
    {
        _time.Advance(time);
        return default;
    }
}
