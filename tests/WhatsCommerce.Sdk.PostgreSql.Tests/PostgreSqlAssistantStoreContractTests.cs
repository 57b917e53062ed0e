using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Assistants.Tests.Storage;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The contract of all stores of budgets and turns, on a real PostgreSQL.</summary>
public sealed class PostgreSqlAssistantStoreContractTests : AssistantStoreContract, IAsyncLifetime
{
    private readonly List<ServiceProvider> _apps = [];
    private TestDatabase _database = null!;

    private protected override FakeTimeProvider Time { get; } = new();

    public ValueTask InitializeAsync()
    {
        _database = TestDatabase.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider app in _apps)
        {
            await app.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private protected override (IAssistantBudgets Budgets, IAssistantTurns Turns) Open()
    {
        ServiceProvider app = _database.App(builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.AddAssistantTools();
        });
        _apps.Add(app);
        return (app.GetRequiredService<IAssistantBudgets>(), app.GetRequiredService<IAssistantTurns>());
    }
}
