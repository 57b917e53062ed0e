using WhatsCommerce.Http;

namespace WhatsCommerce.Tests.Sending;

/// <summary>What every store of turns must do, in memory.</summary>
public sealed class MemoryTurnStoreContractTests : TurnStoreContract
{
    public override ValueTask DisposeAsync() => default;

    private protected override ValueTask<ITurnStore[]> OpenAsync(int count, Func<long> clock)
    {
        MemoryTurnStore store = new(clock);
        return new([.. Enumerable.Repeat(store, count)]);
    }
}
