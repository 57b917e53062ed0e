using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.DependencyInjection;

/// <summary>Registration, configuration and their mistakes.</summary>
public class AddWhatsCommerceTests
{
    private static readonly TextMessage Hello = Message.Text("Hello").Build();

    [Fact]
    public void AddWhatsCommerce_FromConfiguration_BindsEveryMember()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(Section(
            ("PhoneNumberId", "1"), ("BusinessAccountId", "2"), ("BusinessId", "3"), ("CatalogId", "4"), ("AccessToken", "token"),
            ("AppSecret", "secret"), ("GraphVersion", "v26.0"), ("BaseAddress", "http://localhost:5080/"), ("Timeout", "00:00:05")));

        WhatsCommerceOptions options = Provider(services).GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>().CurrentValue;

        Assert.Equal(
            ("1", "2", "3", "4", "token", "secret", "v26.0", "http://localhost:5080/", TimeSpan.FromSeconds(5)),
            (options.PhoneNumberId, options.BusinessAccountId, options.BusinessId, options.CatalogId, options.AccessToken,
                options.AppSecret, options.GraphVersion, options.BaseAddress.ToString(), options.Timeout));
    }

    [Fact]
    public void AddWhatsCommerce_FromConfiguration_BindsTheRulesOfSending()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(Section(
            ("PhoneNumberId", "1"), ("AccessToken", "token"),
            ("Retry:Enabled", "false"),
            ("Retry:MaxAttempts", "7"),
            ("Retry:BaseDelay", "00:00:02"),
            ("Retry:MaxDelay", "00:01:00"),
            ("Retry:TotalTime", "00:05:00"),
            ("Pacing:MessagesPerSecond", "80"), ("Pacing:PairInterval", "00:00:06"), ("Pacing:PairBurst", "40")));

        WhatsCommerceOptions options = Provider(services).GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>().CurrentValue;

        Assert.Equal(
            (false, 7, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)),
            (options.Retry.Enabled, options.Retry.MaxAttempts, options.Retry.BaseDelay, options.Retry.MaxDelay, options.Retry.TotalTime));
        Assert.Equal(
            (80, TimeSpan.FromSeconds(6), 40),
            (options.Pacing.MessagesPerSecond!.Value, options.Pacing.PairInterval!.Value, options.Pacing.PairBurst));
    }

    [Theory]
    [InlineData("AccessToken", "", "AccessToken is not set")]
    [InlineData("AccessToken", "Bearer abc", "without \"Bearer\"")]
    [InlineData("AccessToken", "abc\n", "line breaks")]
    [InlineData("PhoneNumberId", "+16505551234", "PhoneNumberId is an id and must be digits")]
    [InlineData("CatalogId", "apple-1kg", "CatalogId is an id and must be digits")]
    [InlineData("GraphVersion", "25", "written as v25.0")]
    [InlineData("BaseAddress", "http://graph.facebook.com/", "https")]
    [InlineData("BaseAddress", "/v25.0", "absolute https")]
    [InlineData("Timeout", "-00:00:01", "Timeout must be")]
    [InlineData("Retry:MaxAttempts", "0", "MaxAttempts must be from 1 (no retry) to 20. It is 0.")]
    [InlineData("Retry:BaseDelay", "00:00:00", "BaseDelay must be")]
    [InlineData("Retry:MaxDelay", "02:00:00", "MaxDelay must be")]
    [InlineData("Retry:TotalTime", "-00:00:01", "TotalTime must be")]
    [InlineData("Pacing:MessagesPerSecond", "0", "MessagesPerSecond must be")]
    [InlineData("Pacing:PairInterval", "00:00:00", "PairInterval must be")]
    [InlineData("Pacing:PairBurst", "0", "PairBurst must be")]
    public async Task SendAsync_SettingThatCannotBeRight_SaysWhichAndWhy(string setting, string value, string expected)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(Section(("PhoneNumberId", "1"), ("AccessToken", "token"), (setting, value)));

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Send(Client(services)));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.facebook.com/v25.0/", "holds the version v25.0", "https://graph.facebook.com/")]
    [InlineData("https://graph.facebook.com/v25.0", "holds the version v25.0", "https://graph.facebook.com/")]
    [InlineData("https://graph.facebook.com/V25", "holds the version V25", "https://graph.facebook.com/")]
    [InlineData("https://graph.facebook.com//v24.0//", "holds the version v24.0", "https://graph.facebook.com/")]
    [InlineData("https://graph.facebook.com/v25.0/106540352242922/messages", "holds the version v25.0", "https://graph.facebook.com/")]
    [InlineData("https://gateway.example/meta/v25.0?team=shop#top", "holds the version v25.0", "https://gateway.example/meta/")]
    [InlineData("http://localhost:5080/v25.0/", "holds the version v25.0", "http://localhost:5080/")]
    [InlineData("https://graph.facebook.com/?debug=all", "has a query", "https://graph.facebook.com/")]
    [InlineData("https://gateway.example/meta#top", "has a fragment", "https://gateway.example/meta/")]
    [InlineData("https://shop:abc@gateway.example/", "has a user", "https://gateway.example/")]
    public async Task SendAsync_BaseAddressWithMoreThanTheRoot_SaysWhatIsRight(string address, string problem, string right)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(Section(("PhoneNumberId", "1"), ("AccessToken", "token"), ("BaseAddress", address)));

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Send(Client(services)));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"set it to {right}.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.facebook.com", "https://graph.facebook.com/v25.0/1/messages")]
    [InlineData("https://gateway.example/v1/", "https://gateway.example/v1/v25.0/1/messages")]
    [InlineData("https://gateway.example/meta", "https://gateway.example/meta/v25.0/1/messages")]
    public async Task SendAsync_BaseAddressOfAGateway_KeepsItsPath(string address, string expected)
    {
        using MockHttpMessageHandler meta = new();
        meta.Expect(HttpMethod.Post, expected).Respond("application/json", """{"messages":[{"id":"wamid.1"}]}""");
        ServiceCollection services = new();
        services.AddWhatsCommerce(Section(("PhoneNumberId", "1"), ("AccessToken", "token"), ("BaseAddress", address)))
            .ConfigurePrimaryHttpMessageHandler(() => meta);

        await Send(Client(services));

        meta.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task SendAsync_WithoutPhoneNumberId_SaysWhatToSet()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => options.AccessToken = "token");

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(Client(services)));

        Assert.Contains("WhatsCommerceOptions.PhoneNumberId is not set", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddWhatsCommerce_TwoNames_SendEachFromItsOwnNumber()
    {
        using MockHttpMessageHandler meta = new();
        foreach (string number in new[] { "111", "222" })
        {
            meta.Expect(HttpMethod.Post, $"https://graph.facebook.com/v25.0/{number}/messages")
                .WithHeaders("Authorization", $"Bearer token-{number}")
                .Respond("application/json", $$"""{"messages":[{"id":"wamid.{{number}}"}]}""");
        }

        ServiceCollection services = new();
        Add("berlin", "111");
        Add("lisbon", "222");
        ServiceProvider provider = Provider(services);

        MessageReceipt first = await Send(provider.GetRequiredKeyedService<WhatsCommerceClient>("berlin"));
        MessageReceipt second = await Send(provider.GetRequiredKeyedService<WhatsCommerceClient>("lisbon"));

        meta.VerifyNoOutstandingExpectation();
        Assert.Equal(("wamid.111", "wamid.222"), (first.Id.ToString(), second.Id.ToString()));

        void Add(string name, string number) => services
            .AddWhatsCommerce(name, options => (options.PhoneNumberId, options.AccessToken) = (number, $"token-{number}"))
            .ConfigurePrimaryHttpMessageHandler(() => meta);
    }

    [Fact]
    public async Task SendAsync_TokenChangedInTheConfiguration_UsesTheNewOne()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("W:PhoneNumberId", "1"), new("W:AccessToken", "old")]).Build();
        using MockHttpMessageHandler meta = new();
        foreach (string token in new[] { "old", "new" })
        {
            meta.Expect("*")
                .WithHeaders("Authorization", $"Bearer {token}")
                .Respond("application/json", """{"messages":[{"id":"wamid.1"}]}""");
        }

        ServiceCollection services = new();
        services.AddWhatsCommerce(configuration.GetSection("W")).ConfigurePrimaryHttpMessageHandler(() => meta);
        WhatsCommerceClient client = Client(services);
        await Send(client);

        configuration["W:AccessToken"] = "new";
        configuration.Reload();
        await Send(client);

        meta.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task Client_ReplacedByADouble_NeedsNoRegistration()
    {
        WhatsCommerceClient client = new FakeClient();

        MessageReceipt receipt = await Send(client);

        Assert.Equal("wamid.fake", receipt.Id.ToString());
    }

    private static Task<MessageReceipt> Send(WhatsCommerceClient client) =>
        client.Messages.SendAsync("+16505551234", Hello, cancellationToken: TestContext.Current.CancellationToken);

    private static ServiceProvider Provider(ServiceCollection services) => services.BuildServiceProvider(validateScopes: true);

    private static WhatsCommerceClient Client(ServiceCollection services) => Provider(services).GetRequiredService<WhatsCommerceClient>();

    private static IConfigurationSection Section(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(setting => setting.Name)
            .Select(group => new KeyValuePair<string, string?>($"WhatsCommerce:{group.Key}", group.Last().Value)))
        .Build()
        .GetSection("WhatsCommerce");

    private sealed class FakeClient : WhatsCommerceClient
    {
        public override MessagesClient Messages { get; } = new FakeMessages();
    }

    private sealed class FakeMessages : MessagesClient
    {
        public override Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new MessageReceipt { Id = "wamid.fake" });
    }
}
