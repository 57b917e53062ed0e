using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests;

/// <summary>Clients for accounts that are known only at run time, and what they share: nothing that belongs to one of them.</summary>
public class ClientFactoryTests
{
    [Fact]
    public async Task Create_RegistrationWithoutIdsAndToken_ServesAccounts()
    {
        using StubMeta meta = new(StubMeta.Ok());
        await using ServiceProvider provider =
            Register(services => services.AddWhatsCommerce(_ => { }).ConfigurePrimaryHttpMessageHandler(() => meta));

        await Send(Factory(provider).Create(new WhatsCommerceAccount { PhoneNumberId = "7", AccessToken = "token-7" }));

        StubMeta.Request request = Assert.Single(meta.Requests);
        Assert.Equal("token-7", request.Token);
        Assert.Equal("https://graph.facebook.com/v25.0/7/messages", request.Uri.ToString());
    }

    [Fact]
    public async Task Create_NamedRegistration_UsesItsRules()
    {
        using StubMeta meta = new(StubMeta.Ok());
        await using ServiceProvider provider = Register(services => services
            .AddWhatsCommerce("eu", options => options.BaseAddress = new Uri("https://proxy.example/")).ConfigurePrimaryHttpMessageHandler(
                () => meta));

        await Send(Factory(provider).Create("eu", new WhatsCommerceAccount { PhoneNumberId = "7", AccessToken = "token-7" }));

        Assert.Equal("proxy.example", Assert.Single(meta.Requests).Uri.Host);
    }

    [Fact]
    public async Task Create_AccountWithoutANumber_DoesNotTakeThatOfTheOptions()
    {
        using StubMeta meta = new(StubMeta.Ok());
        await using ServiceProvider provider = Register(services => services
            .AddWhatsCommerce(
                options => (options.PhoneNumberId, options.AccessToken) = ("1", "token-1")).ConfigurePrimaryHttpMessageHandler(() => meta));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Send(Factory(provider).Create(new WhatsCommerceAccount { AccessToken = "token-7" })));

        Assert.Empty(meta.Requests);
    }

    [Theory]
    [InlineData("", "call services.AddWhatsCommerce(...)")]
    [InlineData("us", "AddWhatsCommerce(\"us\", ...)")]
    public async Task Create_NoSuchRegistration_SaysWhatToCall(string name, string expected)
    {
        await using ServiceProvider provider = Register(services => services.AddWhatsCommerce("eu", _ => { }));

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => Factory(provider).Create(name, new WhatsCommerceAccount { PhoneNumberId = "7", AccessToken = "token-7" }));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+16505551234", "token", "PhoneNumberId")]
    [InlineData("../me", "token", "PhoneNumberId")]
    [InlineData("7", "Bearer token", "AccessToken")]
    [InlineData("7", "", "AccessToken")]
    public async Task Create_AccountThatCannotBeRight_SaysWhatIsWrong(string number, string token, string expected)
    {
        await using ServiceProvider provider = Register(services => services.AddWhatsCommerce(_ => { }));

        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Factory(provider).Create(new WhatsCommerceAccount { PhoneNumberId = number, AccessToken = token }));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("6505551234", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_TwoHundredTenantsAtOnce_NeverCrossTokenNumberOrMessage()
    {
        const int Tenants = 200;
        const int Each = 5;
        await using RawServer server = RawServer.Responding(request => $$"""{"messages":[{"id":"wamid.{{Marks(request)}}"}]}""");
        await using ServiceProvider provider = Register(services =>
        {
            services.AddWhatsCommerce(options => (options.BaseAddress, options.Timeout) = (server.Address, TimeSpan.FromMinutes(10)));
            services.AddSingleton<IAccessTokenProvider, TokenByNumber>();
        });
        IWhatsCommerceClientFactory factory = Factory(provider);

        // Each client sends several at once, and half of the tenants get a new client for each message.
        (int Tenant, string Id)[] sent = await Task.WhenAll(Enumerable.Range(0, Tenants * Each).Select(i => Task.Run(async () =>
        {
            int tenant = i % Tenants;
            WhatsCommerceClient client = factory.Create(new WhatsCommerceAccount
            {
                PhoneNumberId = $"{1000 + tenant}",
                AccessToken = tenant % 2 == 0 ? $"token-{1000 + tenant}" : null,
                AppSecret = $"secret-{tenant}",
            });
            MessageReceipt receipt = await client.Messages.SendAsync(
                $"+1650555{tenant:0000}",
                Message.Text($"{1000 + tenant}").Build(),
                cancellationToken: TestContext.Current.CancellationToken);
            return (tenant, receipt.Id.ToString());
        })));

        Assert.Equal(Tenants * Each, server.Requests.Count);
        Assert.All(
            sent,
            one => Assert.Equal($"wamid.{1000 + one.Tenant}/{1000 + one.Tenant}/+1650555{one.Tenant:0000}/{1000 + one.Tenant}", one.Id));
    }

    // Number of the path, number of the token, recipient and text, as the server saw them.
    private static string Marks(string request)
    {
        JsonElement body = JsonDocument.Parse(request[request.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]).RootElement;
        return string.Join(
            '/',
            Between("POST /v25.0/", "/messages?appsecret_proof="),
            Between("Authorization: Bearer token-", "\r"),
            body.GetProperty("to").GetString(),
            body.GetProperty("text").GetProperty("body").GetString());

        string Between(string before, string after)
        {
            int start = request.IndexOf(before, StringComparison.Ordinal) + before.Length;
            return request[start..request.IndexOf(after, start, StringComparison.Ordinal)];
        }
    }

    private static ServiceProvider Register(Action<IServiceCollection> register)
    {
        ServiceCollection services = new();
        register(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IWhatsCommerceClientFactory Factory(ServiceProvider provider) =>
        provider.GetRequiredService<IWhatsCommerceClientFactory>();

    private static Task<MessageReceipt> Send(WhatsCommerceClient client) =>
        client.Messages.SendAsync(TestClient.To, TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class TokenByNumber : IAccessTokenProvider
    {
        public async ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return $"token-{context.PhoneNumberId}";
        }
    }
}
