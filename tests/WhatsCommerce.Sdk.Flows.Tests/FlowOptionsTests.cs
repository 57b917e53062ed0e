using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Flows;

namespace WhatsCommerce.Tests;

/// <summary>What is told at startup.</summary>
public class FlowOptionsTests
{
    [Fact]
    public void Validate_NothingSet_NamesKeyAndSecret()
    {
        string message = Fault(_ => { });

        Assert.Contains("PrivateKeys:0", message, StringComparison.Ordinal);
        Assert.Contains("AppSecrets:0", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_PublicKey_SaysThatThePrivateOneIsNeeded() =>
        Assert.Contains("is a public key", Fault(options => options.PrivateKeys = [FlowSite.Key.Public]), StringComparison.Ordinal);

    [Fact]
    public void Validate_BrokenKey_SaysSoWithoutAnyPartOfIt()
    {
        string pem = FlowSite.Key.Private[..400];

        string message = Fault(options => options.PrivateKeys = [FlowSite.Key.Private, pem]);

        Assert.Contains("PrivateKeys[1] is no PEM", message, StringComparison.Ordinal);
        Assert.DoesNotContain(pem[100..140], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_ShortKey_NamesItsBits()
    {
        using RSA rsa = RSA.Create(1024);

        Assert.Contains("has 1024 bits", Fault(options => options.PrivateKeys = [rsa.ExportRSAPrivateKeyPem()]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_EncryptedKeyWithItsPassphrase_IsTaken()
    {
        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(FlowSite.Key.Private);
        string pem =
            rsa.ExportEncryptedPkcs8PrivateKeyPem("a passphrase", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000));
        await using FlowSite site = await FlowSite.StartAsync(
            configure: options => (options.PrivateKeys, options.Passphrase) = ([pem], "a passphrase"));

        Assert.Equal(200, (await site.Phone().OpenAsync(TestContext.Current.CancellationToken)).Status);
        Assert.Contains(
            "the Passphrase is not its own",
            Fault(options => (options.PrivateKeys, options.Passphrase) = ([pem], "another")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapWhatsCommerceFlows_NotRegistered_NamesTheCall()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using WebApplication app = builder.Build();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => app.MapWhatsCommerceFlows("/flows", "berlin"));

        Assert.Contains("AddWhatsCommerceFlows<MyHandler>(\"berlin\", section)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddWhatsCommerceFlows_TwiceWithoutName_SaysThatANameIsNeeded()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceFlows<FlowSite.ScreensHandler>(_ => { });

        Assert.Throws<InvalidOperationException>(() => services.AddWhatsCommerceFlows<FlowSite.ScreensHandler>(_ => { }));
    }

    [Theory]
    [InlineData("/flows", "/flows")]
    [InlineData("/flows", "Flows/")]
    public async Task Start_PathMappedTwice_IsRefused(string first, string second) => Assert.Equal(
        "POST /flows is mapped twice, and each request would be ambiguous: remove a MapWhatsCommerceFlows, or tell them apart by path or "
            + "host.",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(first, second))).Message);

    [Fact]
    public async Task Start_TwoPaths_Starts() => await StartAsync("/flows/berlin", "/flows/lisbon");

    private static async Task StartAsync(string first, string second)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddWhatsCommerceFlows<FlowSite.ScreensHandler>(Configure);
        builder.Services.AddWhatsCommerceFlows<FlowSite.ScreensHandler>("other", Configure);
        await using WebApplication app = builder.Build();
        app.MapWhatsCommerceFlows(first);
        app.MapWhatsCommerceFlows(second, "other");
        await app.StartAsync(TestContext.Current.CancellationToken);

        static void Configure(FlowOptions options) => (options.PrivateKeys, options.AllowUnsigned) = ([FlowSite.Key.Private], true);
    }

    private static string Fault(Action<FlowOptions> configure)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceFlows<FlowSite.ScreensHandler>(configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptionsMonitor<FlowOptions>>().Get(Options.DefaultName)).Message;
    }
}
