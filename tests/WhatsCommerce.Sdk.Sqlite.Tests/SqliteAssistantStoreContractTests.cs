using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Assistants.Tests.Storage;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The contract of all stores of budgets and turns, on a file.</summary>
public sealed class SqliteAssistantStoreContractTests : AssistantStoreContract, IDisposable
{
    private readonly TestFile _file = new();
    private readonly List<ServiceProvider> _apps = [];

    private protected override FakeTimeProvider Time => _file.Time;

    public void Dispose()
    {
        _apps.ForEach(static app => app.Dispose());
        _file.Dispose();
    }

    private protected override (IAssistantBudgets Budgets, IAssistantTurns Turns) Open()
    {
        ServiceProvider app = _file.App(static builder => builder.AddAssistantTools());
        _apps.Add(app);
        return (app.GetRequiredService<IAssistantBudgets>(), app.GetRequiredService<IAssistantTurns>());
    }
}
