using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests.Storage;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all stores of conversations, on a real PostgreSQL.</summary>
public sealed class PostgreSqlConversationStoreContractTests : ConversationStoreContract, IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ServiceProvider _app = null!;

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        _app = _database.App(static builder => builder.AddConversations());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    protected override Task<(IConversationStore Conversations, IStorefrontStore Events)> CreateAsync() =>
        Task.FromResult((_app.GetRequiredService<IConversationStore>(), _app.GetRequiredService<IStorefrontStore>()));
}
