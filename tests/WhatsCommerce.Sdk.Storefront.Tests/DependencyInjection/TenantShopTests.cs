using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.DependencyInjection;

/// <summary>The tenants of an app as its shops.</summary>
public sealed class TenantShopTests
{
    private readonly ServiceCollection _services = new();
    private readonly Tenants _tenants = new();

    private async Task<ServiceProvider> StartAsync()
    {
        _services.AddWhatsCommerce(options => options.AccessToken = "EAA");
        _services.AddSingleton<IWhatsCommerceTenantDirectory>(_tenants);
        _services.AddWhatsCommerceStorefront(options => options.Language = "pt").AddPayOnDelivery().UseTenants();
        ServiceProvider provider = _services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<Shops>().RefreshAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    [Fact]
    public async Task UseTenants_ListedTenant_IsAShopOfItsId()
    {
        await using ServiceProvider provider = await StartAsync();

        Storefronts.Storefront shop = provider.GetRequiredService<IStorefrontFactory>().Get("rye");

        Assert.Equal(("rye", "pt"), (shop.ShopId, shop.GetOptions<StorefrontOptions>().Language));
    }

    [Theory]
    [InlineData("701", "501", "rye")]
    [InlineData("701", "999", null)]
    [InlineData("999", "501", null)]
    public async Task UseTenants_Webhook_IsOfTheTenantThatOwnsNumberAndAccount(string number, string account, string? expected)
    {
        _tenants.IsListed = false;
        await using ServiceProvider provider = await StartAsync();

        Storefronts.Storefront? shop = await provider.GetRequiredService<IStorefrontFactory>().FindAsync(
            new StorefrontRoute { PhoneNumberId = number, BusinessAccountId = account }, TestContext.Current.CancellationToken);

        Assert.Equal(expected, shop?.ShopId);
    }

    [Fact]
    public async Task UseTenants_IdThatNoShopMayHave_IsNoShop()
    {
        _tenants.Id = "a/b";

        await using ServiceProvider provider = await StartAsync();

        Assert.Empty(provider.GetRequiredService<Shops>().Active);
    }

    [Fact]
    public void UseTenants_OfANamedStorefront_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => _services.AddWhatsCommerceStorefront("berlin", _ => { }).UseTenants());

    private sealed class Tenants : IWhatsCommerceTenantDirectory
    {
        public string Id { get; set; } = "rye";

        public bool IsListed { get; set; } = true;

        private WhatsCommerceTenant Tenant =>
            new(Id) { PhoneNumberIds = ["701"], BusinessAccountIds = ["501"], AccessToken = "EAA", Version = "1" };

        public ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default) =>
            new(tenantId == Id ? Tenant : null);

        // Looks at the number or the account, as a careless directory may.
        public ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default) =>
            new(route.PhoneNumberId == "701" || route.BusinessAccountId == "501" ? Tenant : null);

        public IAsyncEnumerable<WhatsCommerceTenant> ListAsync(CancellationToken cancellationToken = default) =>
            (IsListed ? [Tenant] : Array.Empty<WhatsCommerceTenant>()).ToAsyncEnumerable();
    }
}
