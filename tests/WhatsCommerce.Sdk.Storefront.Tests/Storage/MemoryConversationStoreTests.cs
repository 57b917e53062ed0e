using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MemoryConversationStoreTests : ConversationStoreContract, IDisposable
{
    private readonly MemoryStorefrontStore _events = new();
    private readonly MemoryConversationStore _store;

    public MemoryConversationStoreTests() => _store = new MemoryConversationStore(_events);

    public void Dispose() => _store.Dispose();

    protected override Task<(IConversationStore Conversations, IStorefrontStore Events)> CreateAsync() =>
        Task.FromResult<(IConversationStore, IStorefrontStore)>((_store, _events));
}
