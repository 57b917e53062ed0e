using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What the delivery queue gives equal shares to.</summary>
public sealed class TenantShareTests
{
    private static readonly WhatsCommerceTenant Tenant = new("one");

    private static WebhookEvent Of(string number) => WebhookParser.Parse(Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(Deliveries.Texts("wamid.1")).Replace("106540352242922", number, StringComparison.Ordinal))).Events[0];

    [Fact]
    public void TenantOf_TwoNumbersOfATenant_IsTheSame() =>
        Assert.Equal(ConversationNames.TenantOf("", Of("1"), Tenant), ConversationNames.TenantOf("", Of("2"), Tenant));

    [Fact]
    public void TenantOf_TwoNumbersWithoutTenants_IsNotTheSame() =>
        Assert.NotEqual(ConversationNames.TenantOf("", Of("1"), null), ConversationNames.TenantOf("", Of("2"), null));

    [Fact]
    public void TenantOf_TwoTenants_IsNotTheSame() =>
        Assert.NotEqual(ConversationNames.TenantOf("", Of("1"), Tenant), ConversationNames.TenantOf("", Of("1"), new("two")));
}
