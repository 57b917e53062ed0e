using WhatsCommerce.Tests.Processing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What every store must do, with two instances that have their own connections.</summary>
public sealed class SqliteWebhookStoreContractTests : WebhookStoreContract
{
    private readonly TestFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return default;
    }

    protected override ValueTask<(IWebhookStore Store, IWebhookStore Other)> OpenAsync() => new((_file.Store(), _file.Store()));

    protected override ValueTask PassTimeAsync(TimeSpan time)
    {
        _file.Time.Advance(time);
        return default;
    }
}
