using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests.Storage;

public sealed class MemoryAssistantStoreTests : AssistantStoreContract
{
    private readonly MemoryAssistantBudgets _budgets;
    private readonly MemoryAssistantTurns _turns = new();

    public MemoryAssistantStoreTests() => _budgets = new MemoryAssistantBudgets(Time);

    private protected override FakeTimeProvider Time { get; } = new();

    private protected override (IAssistantBudgets Budgets, IAssistantTurns Turns) Open() => (_budgets, _turns);
}
