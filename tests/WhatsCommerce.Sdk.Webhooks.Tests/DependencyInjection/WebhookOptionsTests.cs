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
            ("AppSecrets:0", "new"), ("AppSecrets:1", "old"), ("VerifyToken", "token"), ("AllowUnsigned", "true"), ("MaxBodyBytes", "1000"));

        Assert.Equal(["new", "old"], options.AppSecrets);
        Assert.Equal(("token", true, 1000), (options.VerifyToken, options.AllowUnsigned, options.MaxBodyBytes));
    }

    [Fact]
    public void AddWhatsCommerceWebhooks_FromLittleConfiguration_LeavesTheDefaults()
    {
        WebhookOptions options = Bind(("AppSecrets:0", "secret"));

        Assert.Equal((null, false, 3 * 1024 * 1024), (options.VerifyToken, options.AllowUnsigned, options.MaxBodyBytes));
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
    public void Options_SettingThatCannotBeRight_SayWhichAndWhy(string setting, string value, string expected)
    {
        (string, string)[] settings = setting.StartsWith("AppSecrets", StringComparison.Ordinal)
            ? [(setting, value)]
            : [("AppSecrets:0", "secret"), (setting, value)];

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => Bind(settings));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", exception.Message, StringComparison.Ordinal);
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
        (string, string)[] secrets = [.. Enumerable.Range(0, count).Select(i => (FormattableString.Invariant($"AppSecrets:{i}"), "secret"))];

        Exception? exception = Record.Exception(() => Bind(secrets));

        Assert.Equal(accepted, exception is null);
        Assert.Equal(!accepted, exception?.Message.Contains("17 secrets, at most 16 are tried", StringComparison.Ordinal) ?? false);
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
