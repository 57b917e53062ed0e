using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DependencyInjection;

/// <summary>The settings of an endpoint and their mistakes.</summary>
public class WebhookOptionsTests
{
    [Fact]
    public void AddWhatsCommerceWebhooks_FromConfiguration_BindsEveryMember()
    {
        WebhookOptions options = Bind(
            ("AppSecrets:0", "new"), ("AppSecrets:1", "old"), ("VerifyToken", "token"), ("AllowUnsigned", "true"), ("MaxBodyBytes", "1000"),
            ("MaxAttempts", "3"), ("Lease", "00:01:00"), ("WaitForOtherDelivery", "00:00:02.5"), ("MaxConcurrency", "8"),
            ("HoldBackCustomerAfterFailure", "true"));

        Assert.Equal(["new", "old"], options.AppSecrets);
        Assert.Equal(("token", true, 1000), (options.VerifyToken, options.AllowUnsigned, options.MaxBodyBytes));
        Assert.Equal((3, 8, true), (options.MaxAttempts, options.MaxConcurrency, options.HoldBackCustomerAfterFailure));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2.5)), (options.Lease, options.WaitForOtherDelivery));
    }

    [Fact]
    public void AddWhatsCommerceWebhooks_FromLittleConfiguration_LeavesTheDefaults()
    {
        WebhookOptions options = Bind(("AppSecrets:0", "secret"));

        Assert.Equal((null, false, 3 * 1024 * 1024), (options.VerifyToken, options.AllowUnsigned, options.MaxBodyBytes));
        Assert.Equal((10, 64, false), (options.MaxAttempts, options.MaxConcurrency, options.HoldBackCustomerAfterFailure));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)), (options.Lease, options.WaitForOtherDelivery));
    }

    [Fact]
    public void AddWhatsCommerceWebhooks_TwoNames_KeepTheirSettingsApart()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks("berlin", Section(("AppSecrets:0", "b")));
        services.AddWhatsCommerceWebhooks("lisbon", options => options.AppSecrets.Add("l"));
        using ServiceProvider provider = services.BuildServiceProvider();
        IOptionsMonitor<WebhookOptions> monitor = provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>();

        Assert.Equal(["b"], monitor.Get("berlin").AppSecrets);
        Assert.Equal(["l"], monitor.Get("lisbon").AppSecrets);
        Assert.Equivalent(new[] { "berlin", "lisbon" }, provider.GetRequiredService<WebhookProcessor>().EndpointNames, strict: true);
    }

    [Theory]
    [InlineData("AppSecrets", "abc", "AppSecrets is empty")]
    [InlineData("AppSecrets:0", "", "AppSecrets is empty")]
    [InlineData("AppSecrets:0", " ", "AppSecrets[0] must be the bare secret")]
    [InlineData("AppSecrets:1", "abc\n", "AppSecrets[0] must be the bare secret")]
    [InlineData("MaxBodyBytes", "0", "MaxBodyBytes must be from 1 byte")]
    [InlineData("MaxBodyBytes", "1073741825", "MaxBodyBytes must be from 1 byte")]
    [InlineData("MaxAttempts", "0", "MaxAttempts must be from 1 to 1000. It is 0.")]
    [InlineData("MaxConcurrency", "0", "MaxConcurrency must be from 1 to 100000")]
    [InlineData("Lease", "00:00:00.9", "Lease must be from 1 second to 1 day. It is 00:00:00.9000000.")]
    [InlineData("Lease", "1.00:00:01", "Lease must be from 1 second to 1 day")]
    [InlineData("WaitForOtherDelivery", "-00:00:01", "WaitForOtherDelivery must be from 0 to 10 minutes")]
    public void Options_SettingThatCannotBeRight_SayWhichAndWhy(string setting, string value, string expected)
    {
        (string, string)[] settings = setting.StartsWith("AppSecrets", StringComparison.Ordinal)
            ? [(setting, value)]
            : [("AppSecrets:0", "secret"), (setting, value)];

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => Bind(settings));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 7, "Capacity must be from 1 to 100000000")]
    [InlineData(1, 366, "Retention must be from 1 second to 365 days")]
    public void MemoryOptions_ThatCannotBeRight_SayWhichAndWhy(int capacity, int days, string expected)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets = ["secret"]);
        services.Configure<MemoryWebhookStoreOptions>(
            options => (options.Capacity, options.Retention) = (capacity, TimeSpan.FromDays(days)));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception =
            Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IWebhookStore>());

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWhatsCommerceWebhooks_StoreRegisteredBefore_IsKept()
    {
        MemoryWebhookStore store = new();
        ServiceCollection services = new();
        services.AddSingleton<IWebhookStore>(store);
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets = ["secret"]);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(store, provider.GetRequiredService<IWebhookStore>());
    }

    [Fact]
    public void Options_OfANamedEndpoint_AreNamedInTheMessage()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks("berlin", _ => { });
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>().Get("berlin"));

        Assert.Contains("berlin.AppSecrets is empty", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Options_SecretsAtTheLimitAndOneOver_AreAcceptedAndRefused(int count, bool accepted)
    {
        (string, string)[] secrets =
            [.. Enumerable.Range(0, count).Select(i => (FormattableString.Invariant($"AppSecrets:{i}"), "secret"))];

        Exception? exception = Record.Exception(() => Bind(secrets));

        Assert.Equal(accepted, exception is null);
        Assert.Equal(!accepted, exception?.Message.Contains("17 secrets, but at most 16 are tried", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task Host_WithoutSecret_DoesNotStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddWhatsCommerceWebhooks(options => options.VerifyToken = "token");
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("AppSecrets is empty", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_LimitsOfTheStoresInMemoryThatCannotBe_DoesNotStart()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets = ["secret"]);
        builder.Services.Configure<MemoryCustomerIdentitiesOptions>(options => options.Capacity = 0);
        using IHost host = builder.Build();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    private static WebhookOptions Bind(params (string Name, string Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(Section(settings));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>().CurrentValue;
    }

    private static IConfigurationSection Section(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>($"Webhooks:{setting.Name}", setting.Value)))
        .Build()
        .GetSection("Webhooks");
}
