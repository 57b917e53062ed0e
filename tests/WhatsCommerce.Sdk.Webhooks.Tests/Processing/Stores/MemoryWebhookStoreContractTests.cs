using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What every store must do, within one process.</summary>
public sealed class MemoryWebhookStoreContractTests : WebhookStoreContract
{
    private readonly FakeTimeProvider _time = new();

    public override ValueTask DisposeAsync() => default;

    protected override ValueTask<(IWebhookStore Store, IWebhookStore Other)> OpenAsync()
    {
        MemoryWebhookStore store = new(timeProvider: _time);
        return new((store, store));
    }

    protected override ValueTask PassTimeAsync(TimeSpan time)
    {
        _time.Advance(time);
        return default;
    }
}
