using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemoryRecoveryStoreTests : RecoveryStoreContract, IDisposable
{
    private readonly MemoryStorefrontStore _shop = new();
    private MemoryRecoveryStore? _store;

    public void Dispose() => _store?.Dispose();

    protected override Task<(IRecoveryStore Store, IStorefrontStore Shop)> CreateAsync()
    {
        _store = new MemoryRecoveryStore(_shop);
        return Task.FromResult<(IRecoveryStore, IStorefrontStore)>((_store, _shop));
    }
}
