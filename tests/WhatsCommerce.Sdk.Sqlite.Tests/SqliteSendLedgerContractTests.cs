using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>What every ledger must do, with two instances that have their own connections.</summary>
public sealed class SqliteSendLedgerContractTests : SendLedgerContract
{
    private readonly TestFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return default;
    }

    protected override ValueTask<(ISendLedger Ledger, ISendLedger Other)> OpenAsync() => new((_file.Ledger(), _file.Ledger()));

    protected override ValueTask PassTimeAsync(TimeSpan time)
    {
        _file.Time.Advance(time);
        return default;
    }
}
