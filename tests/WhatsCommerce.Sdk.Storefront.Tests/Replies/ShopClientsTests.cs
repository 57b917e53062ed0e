using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Replies;

public sealed class ShopClientsTests : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly ShopClients _clients;

    public ShopClientsTests()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken) = ("1", "EAA"));
        services.AddWhatsCommerce("second", options => (options.PhoneNumberId, options.AccessToken) = ("2", "EAB"));
        _provider = services.BuildServiceProvider();
        _clients = new ShopClients(new ShopScope(_provider, new ShopBlueprint(""), "shop"), services);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public void For_NoNumberOrThatOfTheClientWithoutAName_IsThatClient(string? number) =>
        Assert.Same(_provider.GetRequiredService<WhatsCommerceClient>(), _clients.For(number));

    [Fact]
    public void For_NumberOfANamedClient_IsThatClient() =>
        Assert.Same(_provider.GetRequiredKeyedService<WhatsCommerceClient>("second"), _clients.For("2"));

    [Fact]
    public void For_NumberOfNoClient_IsAClientOfItsOwn()
    {
        WhatsCommerceClient third = _clients.For("3");

        Assert.NotSame(_provider.GetRequiredService<WhatsCommerceClient>(), third);
        Assert.NotSame(_provider.GetRequiredKeyedService<WhatsCommerceClient>("second"), third);
    }

    public void Dispose() => _provider.Dispose();
}
