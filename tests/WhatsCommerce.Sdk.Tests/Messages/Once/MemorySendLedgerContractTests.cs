using WhatsCommerce.Messages;
using WhatsCommerce.Tests;
using WhatsCommerce.Tests.Sending;

namespace WhatsCommerce.Sdk.Tests.Messages.Once;

/// <summary>What every ledger must do, within one process.</summary>
public sealed class MemorySendLedgerContractTests : SendLedgerContract
{
    private readonly FakeTimeProvider _time = new();

    public override ValueTask DisposeAsync() => default;

    protected override ValueTask<(ISendLedger Ledger, ISendLedger Other)> OpenAsync()
    {
        MemorySendLedger ledger = new(timeProvider: _time);
        return new((ledger, ledger));
    }

    protected override ValueTask PassTimeAsync(TimeSpan time)
    {
        _time.Advance(time);
        return default;
    }
}
