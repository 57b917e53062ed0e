using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Where tokens come from, when they are fetched anew, and how they are proved.</summary>
public class AccessTokenTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    [Fact]
    public async Task SendAsync_ProviderOfTheAccount_IsAskedForEachRequest()
    {
        Rotating provider = new("first", "second");
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        WhatsCommerceClient tenant = Create(client, new WhatsCommerceAccount { PhoneNumberId = "7", AccessTokenProvider = provider });

        await Send(tenant);
        await Send(tenant);

        Assert.Equal(["first", "second"], meta.Requests.Select(request => request.Token));
        Assert.All(provider.Contexts, context => Assert.Null(context.RefusedToken));
        Assert.All(provider.Contexts, context => Assert.Equal("7", context.PhoneNumberId.Value));
    }

    [Theory, InlineData(0), InlineData(102), InlineData(104), InlineData(190)]
    public async Task SendAsync_TokenRefused_FetchesAnotherOnceAndRepeatsOnce(int code)
    {
        Rotating provider = new("old", "new");
        using StubMeta meta = new(StubMeta.Error(code, 401), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Send(Create(client, new WhatsCommerceAccount { PhoneNumberId = "7", AccessTokenProvider = provider }));

        Assert.Equal(["old", "new"], meta.Requests.Select(request => request.Token));
        Assert.Equal(meta.Requests[0].Body, meta.Requests[1].Body);
        Assert.Equal([null, "old"], provider.Contexts.Select(context => context.RefusedToken));
    }

    [Fact]
    public async Task SendAsync_SecondTokenRefusedToo_GivesUp()
    {
        Rotating provider = new("old", "new", "newer");
        using StubMeta meta = new(StubMeta.Error(190, 401));
        using TestClient client = new(Meta, handler: meta);

        GraphAuthenticationException exception = await Assert.ThrowsAsync<GraphAuthenticationException>(
            () => Send(Create(client, new WhatsCommerceAccount { PhoneNumberId = "7", AccessTokenProvider = provider })));

        Assert.Equal(2, meta.Requests.Count);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task SendAsync_SameTokenAgain_IsNotTriedAgain()
    {
        Rotating provider = new("same", "same");
        using StubMeta meta = new(StubMeta.Error(190, 401), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<GraphAuthenticationException>(
            () => Send(Create(client, new WhatsCommerceAccount { PhoneNumberId = "7", AccessTokenProvider = provider })));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendAsync_TokenRefusedThenThrottled_AsksForATokenForEachAttempt()
    {
        Rotating provider = new("old", "new", "newer");
        using StubMeta meta = new(StubMeta.Error(190, 401), StubMeta.Error(130429), StubMeta.Ok());
        using TestClient client = new(
            Meta, options => options.Timeout = TimeSpan.FromMinutes(30), meta,
            new WhatsCommerce.Tests.FakeTimeProvider { Skips = due => due < TimeSpan.FromMinutes(30) });

        await Send(Create(client, new WhatsCommerceAccount { PhoneNumberId = "7", AccessTokenProvider = provider }));

        Assert.Equal(["old", "new", "newer"], meta.Requests.Select(request => request.Token));
    }

    [Fact]
    public async Task SendAsync_TokenOfTheOptionsReloadedWhileItWasRefused_IsUsedFromThenOn()
    {
        WhatsCommerceOptions? live = null;
        using StubMeta meta = new(
            _ =>
            {
                live!.AccessToken = "reloaded";
                return StubMeta.Error(190, 401);
            },
            _ => StubMeta.Error(130429),
            _ => StubMeta.Ok());
        using TestClient client = new(
            Meta, options => options.Timeout = TimeSpan.FromMinutes(30), meta,
            new WhatsCommerce.Tests.FakeTimeProvider { Skips = due => due < TimeSpan.FromMinutes(30) });
        live = client.Services.GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>().CurrentValue;

        await client.SendHelloAsync();

        Assert.Equal([TestClient.Token, "reloaded", "reloaded"], meta.Requests.Select(request => request.Token));
    }

    [Fact]
    public async Task SendAsync_RegisteredProvider_ServesTheClientWithoutATokenOfItsOwn()
    {
        Rotating provider = new("provided");
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(
            Meta, options => options.AccessToken = null, meta, services: services => services.AddSingleton<IAccessTokenProvider>(provider));

        await client.SendHelloAsync();

        Assert.Equal("provided", Assert.Single(meta.Requests).Token);
        Assert.Equal(TestClient.PhoneNumberId, Assert.Single(provider.Contexts).PhoneNumberId.Value);
    }

    [Fact]
    public async Task SendAsync_ProviderThatReadsTheOptionsAndWantsTheClient_IsMadeWithoutGoingInCircles()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(
            Meta,
            options => options.AccessToken = null,
            meta,
            services: services => services.AddSingleton<IAccessTokenProvider, Entangled>());

        await client.SendHelloAsync();

        Assert.Equal($"token-{TestClient.PhoneNumberId}", Assert.Single(meta.Requests).Token);
    }

    [Fact]
    public async Task SendAsync_ProviderUnderTheClientsName_GoesBeforeTheOneForAll()
    {
        using StubMeta meta = new(StubMeta.Ok());
        ServiceCollection services = new();
        services.AddWhatsCommerce("berlin", options => options.PhoneNumberId = "1").ConfigurePrimaryHttpMessageHandler(() => meta);
        services.AddSingleton<IAccessTokenProvider>(new Rotating("for-all"));
        services.AddKeyedSingleton<IAccessTokenProvider>("berlin", new Rotating("for-berlin"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Send(provider.GetRequiredKeyedService<WhatsCommerceClient>("berlin"));

        Assert.Equal("for-berlin", Assert.Single(meta.Requests).Token);
    }

    [Fact]
    public async Task SendAsync_ProviderThatFails_PassesItsExceptionOnAndSendsNothing()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        WhatsCommerceClient tenant = Create(client, new WhatsCommerceAccount { PhoneNumberId = "7", AccessTokenProvider = new Rotating() });

        await Assert.ThrowsAsync<KeyNotFoundException>(() => Send(tenant));

        Assert.Empty(meta.Requests);
    }

    [Theory, InlineData(""), InlineData("Bearer abc-secret"), InlineData("abc-secret\r\nX-Evil: 1")]
    public async Task SendAsync_ProviderThatGivesNoBareToken_SaysSoWithoutTheToken(string token)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        WhatsCommerceClient tenant = Create(client, new WhatsCommerceAccount
        {
            PhoneNumberId = "7",
            AccessTokenProvider = new Rotating(token)
        });

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(tenant));

        Assert.Empty(meta.Requests);
        Assert.Contains(nameof(Rotating), exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc-secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_AccountWithoutAnyToken_DoesNotTakeThatOfTheOptions()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Send(Create(client, new WhatsCommerceAccount { Name = "shop-7", PhoneNumberId = "7" })));

        Assert.Empty(meta.Requests);
        Assert.Contains(
            "WhatsCommerceAccount.AccessToken is not set for the account 'shop-7'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_AppSecretSet_ProvesTheTokenInTheQuery()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, options => options.AppSecret = "the-app-secret", meta);

        await client.SendHelloAsync();

        byte[] expected = HMACSHA256.HashData(Encoding.ASCII.GetBytes("the-app-secret"), Encoding.ASCII.GetBytes(TestClient.Token));
        Assert.Equal(
            $"https://graph.facebook.com/v25.0/{TestClient.PhoneNumberId}/messages?appsecret_proof="
                + $"{Convert.ToHexString(expected).ToLowerInvariant()}",
            Assert.Single(meta.Requests).Uri.ToString());
    }

    [Fact]
    public async Task SendAsync_AppSecretAndAnotherToken_ProvesThatToken()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, options => options.AppSecret = "the-app-secret", meta);
        WhatsCommerceClient tenant = Create(client, new WhatsCommerceAccount
        {
            PhoneNumberId = "7",
            AccessTokenProvider = new Rotating("one", "two")
        });

        await Send(tenant);
        await Send(tenant);

        Assert.Equal(
            ["one", "two"],
            meta.Requests.Select(request => new[] { "one", "two" }.Single(token => request.Uri.Query.EndsWith(
                Convert.ToHexStringLower(HMACSHA256.HashData("the-app-secret"u8, Encoding.ASCII.GetBytes(token))),
                StringComparison.Ordinal))));
    }

    [Fact]
    public async Task SendAsync_NoAppSecret_HasNoQuery()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await client.SendHelloAsync();

        Assert.Equal("", Assert.Single(meta.Requests).Uri.Query);
    }

    [Fact]
    public async Task SendAsync_NumberWithoutTokenOrProvider_SaysWhatToSet()
    {
        using TestClient client = new(Meta, options => options.AccessToken = null, new StubMeta(StubMeta.Ok()));

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => client.SendHelloAsync());

        Assert.Contains("IAccessTokenProvider", exception.Message, StringComparison.Ordinal);
    }

    private static WhatsCommerceClient Create(TestClient client, WhatsCommerceAccount account) =>
        client.Services.GetRequiredService<IWhatsCommerceClientFactory>().Create(account);

    private static Task<MessageReceipt> Send(WhatsCommerceClient client) =>
        client.Messages.SendAsync(TestClient.To, TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Entangled(IOptionsMonitor<WhatsCommerceOptions> options, WhatsCommerceClient client) : IAccessTokenProvider
    {
        private readonly string _token = $"token-{options.CurrentValue.PhoneNumberId}";

        public ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default) =>
            new(client is null ? "" : _token);
    }

    private sealed class Rotating(params string[] tokens) : IAccessTokenProvider
    {
        private int _next;

        public List<AccessTokenContext> Contexts { get; } = [];

        public async ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            Contexts.Add(context);
            return _next < tokens.Length ? tokens[_next++] : throw new KeyNotFoundException("The vault is closed.");
        }
    }
}
