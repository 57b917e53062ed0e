using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Sdk.Tests.DependencyInjection;

/// <summary>What is told about the section that the options are bound to.</summary>
public class SectionTests
{
    [Fact]
    public void AddWhatsCommerce_WholeConfiguration_TakesTheUsualSection()
    {
        WhatsCommerceOptions options = Read(
            Configuration(("WhatsCommerce:PhoneNumberId", "1"), ("WhatsCommerce:AccessToken", "token")), configuration => configuration);

        Assert.Equal("1", options.PhoneNumberId);
    }

    [Fact]
    public void Options_SectionThatDoesNotExist_NameTheOneThatIsAlike()
    {
        Assert.Equal(
            ["The configuration has no section \"WhatsComerce\", which was given to AddWhatsCommerce; is \"WhatsCommerce\" meant?"],
            Problems(("WhatsCommerce:PhoneNumberId", "1"), configuration => configuration.GetSection("WhatsComerce")));
    }

    [Fact]
    public void Options_SectionThatDoesNotExist_NameItsPath()
    {
        Assert.Equal(
            ["The configuration has no section \"Selling\", which was given to AddWhatsCommerce."],
            Problems(("Other:Key", "1"), configuration => configuration.GetSection("Selling")));
    }

    [Fact]
    public void Options_SectionThatDoesNotExistButATokenProvider_AreValid()
    {
        ServiceCollection services = new();
        services.AddSingleton<IAccessTokenProvider, Tokens>();
        services.AddWhatsCommerce(Configuration().GetSection("Selling"));

        Assert.Null(Read(services).PhoneNumberId);
    }

    [Theory]
    [InlineData("PhoneNumberIdd", "PhoneNumberId")]
    [InlineData("Secret", "AppSecret")]
    [InlineData("BusinesAccountId", "BusinessAccountId")]
    public void Options_KeyThatIsMisspelled_NameTheNearest(string written, string meant)
    {
        string problem = Assert.Single(Problems(($"WhatsCommerce:{written}", "1"), configuration => configuration));

        Assert.StartsWith($"\"WhatsCommerce:{written}\" is not a setting; is \"{meant}\" meant? Known are ", problem,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_KeyBelowAnother_IsCheckedToo()
    {
        string problem = Assert.Single(Problems(("WhatsCommerce:Retry:MaxAttempt", "1"), configuration => configuration));

        Assert.StartsWith(
            "\"WhatsCommerce:Retry:MaxAttempt\" is not a setting; is \"MaxAttempts\" meant?", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WhatsCommerce:Webhooks:AppSecrets:0", "1")]
    [InlineData("WhatsCommerce:TemplateName", "hello")]
    [InlineData("WhatsCommerce:accesstoken", "token")]
    [InlineData("WhatsCommerce:Timeout", "00:00:30")]
    public void Options_KeyOfTheAppsOwnOrOfOurs_AreValid(string key, string value) =>
        Assert.Empty(Problems((key, value), configuration => configuration));

    [Fact]
    public void Options_NumberForATimeSpan_AreAskedBack() => Assert.Contains(
        "\"WhatsCommerce:Timeout\" is \"30\", which .NET reads as a number of days. Write \"00:00:30\" for seconds, or "
            + "\"30.00:00:00\" for days.",
        Problems(("WhatsCommerce:Timeout", "30"), configuration => configuration));

    private static IEnumerable<string> Problems((string Key, string Value) setting, Func<IConfiguration, IConfiguration> part)
    {
        try
        {
            Read(Configuration(setting), part);
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
    }

    private static WhatsCommerceOptions Read(IConfigurationRoot configuration, Func<IConfiguration, IConfiguration> part)
    {
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddWhatsCommerce(part(configuration));
        return Read(services);
    }

    private static WhatsCommerceOptions Read(ServiceCollection services)
    {
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>().CurrentValue;
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)))
        .Build();

    private sealed class Tokens : IAccessTokenProvider
    {
        public ValueTask<string> GetTokenAsync(AccessTokenContext context, CancellationToken cancellationToken = default) => new("token");
    }
}
