using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Aspire.Hosting.Tests;

/// <summary>The emulator in the model of an app host.</summary>
public class EmulatorResourceTests
{
    [Fact]
    public async Task AddWhatsCommerceEmulator_Alone_RunsTheToolOfThisVersion()
    {
        await using AppHostModel model = new(static builder => builder.AddWhatsCommerceEmulator());

        WhatsCommerceEmulatorResource emulator = model.Find<WhatsCommerceEmulatorResource>("whatsapp");
        string[] arguments = await model.ArgumentsOfAsync("whatsapp");
        Assert.Equal("dotnet", emulator.Command);
        Assert.Equal(["tool", "exec"], arguments[..2]);
        Assert.StartsWith("WhatsCommerce.Emulator@0.", arguments[2], StringComparison.Ordinal);
        Assert.DoesNotContain('+', arguments[2]);
        Assert.Equal(["--", "--port", "5180"], arguments[3..6]);
        Assert.DoesNotContain("--callback", arguments);
    }

    [Fact]
    public async Task AddWhatsCommerceEmulator_Project_RunsItsSource()
    {
        await using AppHostModel model = new(static builder => builder.AddWhatsCommerceEmulator(
            "phone", "../../src/WhatsCommerce.Emulator/WhatsCommerce.Emulator.csproj", 5999));

        string[] arguments = await model.ArgumentsOfAsync("phone");

        Assert.Equal(["run", "--project"], arguments[..2]);
        Assert.True(File.Exists(arguments[2]), arguments[2]);
        Assert.Equal(["--", "--port", "5999"], arguments[3..6]);
    }

    [Fact]
    public async Task AddWhatsCommerceEmulator_Endpoint_IsTheOneThatTheEmulatorNames()
    {
        await using AppHostModel model = new(static builder => builder.AddWhatsCommerceEmulator(port: 5999));

        EndpointAnnotation endpoint =
            Assert.Single(model.Find<WhatsCommerceEmulatorResource>("whatsapp").Annotations.OfType<EndpointAnnotation>());

        Assert.Equal((5999, 5999, false), (endpoint.Port, endpoint.TargetPort, endpoint.IsProxied));
    }

    [Fact]
    public async Task WithReference_App_GetsTheSettingsOfTheEmulatorAndIsCalledBack()
    {
        await using AppHostModel model = new(static builder =>
        {
            IResourceBuilder<WhatsCommerceEmulatorResource> emulator = builder.AddWhatsCommerceEmulator();
            builder.AddExecutable("shop", "shop", ".").WithHttpEndpoint(port: 5000).WithReference(emulator);
        });
        CloudApiEmulatorOptions defaults = new();

        IReadOnlyDictionary<string, string> environment = await model.EnvironmentOfAsync("shop");
        string[] arguments = await model.ArgumentsOfAsync("whatsapp");

        Assert.Equal("http://localhost:5180/", environment["WhatsCommerce__BaseAddress"]);
        Assert.Equal(defaults.AccessToken, environment["WhatsCommerce__AccessToken"]);
        Assert.Equal(defaults.PhoneNumberId.Value, environment["WhatsCommerce__PhoneNumberId"]);
        Assert.Equal(defaults.BusinessAccountId.Value, environment["WhatsCommerce__BusinessAccountId"]);
        Assert.Equal(defaults.BusinessId, environment["WhatsCommerce__BusinessId"]);
        Assert.Equal(defaults.CatalogId.Value, environment["WhatsCommerce__CatalogId"]);
        Assert.Equal(defaults.AppSecret, environment["WhatsCommerce__Webhooks__AppSecrets__0"]);
        Assert.Equal(defaults.VerifyToken, environment["WhatsCommerce__Webhooks__VerifyToken"]);
        Assert.Equal("http://localhost:5000/webhooks/whatsapp", After("--callback", arguments));
        Assert.Equal(defaults.AppSecret, After("--app-secret", arguments));
        Assert.Equal(defaults.VerifyToken, After("--verify-token", arguments));
    }

    [Fact]
    public async Task WithReference_OtherSectionAndPath_UsesThem()
    {
        await using AppHostModel model = new(static builder =>
        {
            IResourceBuilder<WhatsCommerceEmulatorResource> emulator = builder.AddWhatsCommerceEmulator();
            builder.AddExecutable("shop", "shop", ".").WithHttpEndpoint(port: 5000).WithReference(emulator, "/hooks", "Shops:Berlin");
        });

        Assert.Contains("Shops__Berlin__AccessToken", await model.EnvironmentOfAsync("shop"));
        Assert.Equal("http://localhost:5000/hooks", After("--callback", await model.ArgumentsOfAsync("whatsapp")));
    }

    [Fact]
    public async Task WithReference_NoCallback_LeavesTheEmulatorWithoutOne()
    {
        await using AppHostModel model = new(static builder =>
        {
            IResourceBuilder<WhatsCommerceEmulatorResource> emulator = builder.AddWhatsCommerceEmulator();
            builder.AddExecutable("job", "job", ".").WithReference(emulator, callbackPath: null);
        });

        Assert.DoesNotContain("--callback", await model.ArgumentsOfAsync("whatsapp"));
        Assert.Contains("WhatsCommerce__BaseAddress", await model.EnvironmentOfAsync("job"));
    }

    [Fact]
    public void WithReference_PathWithoutSlash_Throws()
    {
        IDistributedApplicationBuilder builder = AppHostModel.CreateBuilder();
        IResourceBuilder<WhatsCommerceEmulatorResource> emulator = builder.AddWhatsCommerceEmulator();

        Assert.Throws<ArgumentException>(() => builder.AddExecutable("shop", "shop", ".").WithReference(emulator, "webhooks"));
    }

    [Fact]
    public async Task AddWhatsCommerceEmulator_Published_IsLeftOut()
    {
        await using AppHostModel model = new(static builder => builder.AddWhatsCommerceEmulator());

        Assert.Contains(ManifestPublishingCallbackAnnotation.Ignore, model.Find<WhatsCommerceEmulatorResource>("whatsapp").Annotations);
    }

    private static string After(string option, string[] arguments) => arguments[Array.IndexOf(arguments, option) + 1];
}
