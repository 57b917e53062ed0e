using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>docs/storefront.md draws the machines as the code has them.</summary>
public sealed class StatesPageTests
{
    public static TheoryData<string, string> Diagrams() => new()
    {
        { "Cart", StorefrontStateMachines.Cart.ToMermaid() },
        { "Attempt", StorefrontStateMachines.Attempt.ToMermaid() },
        { "Order", StorefrontStateMachines.Order.ToMermaid() },
        { "Payment", StorefrontStateMachines.Payment.ToMermaid() },
        { "Refund", StorefrontStateMachines.Refund.ToMermaid() },
    };

    [Theory, MemberData(nameof(Diagrams))]
    public void Page_EachMachine_IsDrawnFromItsTable(string machine, string diagram)
    {
        string page = File.ReadAllText(Path.Combine(SharedMaterial.Repository, "docs", "storefront.md"));

        Assert.True(
            page.Contains($"```mermaid\n{diagram}\n```", StringComparison.Ordinal),
            $"docs/storefront.md draws {machine} otherwise; with it the page has:\n\n{diagram}");
    }
}
