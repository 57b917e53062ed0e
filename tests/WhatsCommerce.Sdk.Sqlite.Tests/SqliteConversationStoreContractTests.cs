using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all stores of conversations, on a file.</summary>
public sealed class SqliteConversationStoreContractTests : ConversationStoreContract, IDisposable
{
    private readonly TestFile _file = new();
    private ServiceProvider? _app;

    public void Dispose()
    {
        _app?.Dispose();
        _file.Dispose();
    }

    protected override Task<(IConversationStore Conversations, IStorefrontStore Events)> CreateAsync()
    {
        _app = _file.App(static builder => builder.AddConversations());
        return Task.FromResult((_app.GetRequiredService<IConversationStore>(), _app.GetRequiredService<IStorefrontStore>()));
    }
}
