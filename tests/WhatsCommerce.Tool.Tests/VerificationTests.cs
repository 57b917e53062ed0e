using System.Text.Json;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Tests;

/// <summary>The checks of an account, of products and of templates.</summary>
public sealed class VerificationTests : ToolTest
{
    // Templates are reviewed when the test says so.
    protected override CloudApiEmulatorOptions Options() => new() { ReviewTime = TimeSpan.FromHours(1) };

    [Fact]
    public async Task Verify_AccountThatIsReady_FindsNothing()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.RunAsync("verify", "--callback", app, "--json", "--emulator", Emulator);

        JsonElement result = Assert.Single(run.Ended(0).Json);
        Assert.True(result.GetProperty("ok").GetBoolean());
        Assert.Equal(
            [
                "token", "whatsapp_business_management", "whatsapp_business_messaging", "catalog_management", "number", "subscription",
                "webhook fields", "catalog", "commerce", "callback", "signature", "forgery",
            ],
            result.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()!));
        Assert.Empty(Events);
        Assert.False(File.Exists(Path.Combine(Folder, "dead-letters.jsonl")), "The app was left a dead letter.");
    }

    [Theory]
    [InlineData(EmulatedPermissions.CatalogManagement)]
    [InlineData(EmulatedPermissions.BusinessManagement)]
    [InlineData(EmulatedPermissions.BusinessMessaging)]
    public async Task Verify_PermissionThatIsMissing_NamesItOnce(string permission)
    {
        Cloud.Permissions.Revoke(permission);

        using CommandRun run = await CommandRun.RunAsync("verify", "--emulator", Emulator);

        Assert.Contains($"-> Give the token the permission {permission}", run.Ended(1).Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n'), line => line.StartsWith("problem", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_TokenThatIsRefused_SaysThatAlone()
    {
        using CommandRun run = await CommandRun.WithAsync(
            [("WhatsCommerce__AccessToken", "expired-token")], "verify", "--emulator", Emulator);

        Assert.StartsWith("problem  token", run.Ended(1).Output, StringComparison.Ordinal);
        Assert.Contains("-> Create a new token", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("expired-token", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ShopThatCannotSell_SaysWhatToDo()
    {
        Cloud.ConnectedCatalog = null;
        Cloud.Number.IsCatalogVisible = false;

        using CommandRun run = await CommandRun.RunAsync("verify", "--emulator", Emulator);

        Assert.Contains("Connect one: Catalogs.ConnectAsync", run.Ended(1).Output, StringComparison.Ordinal);
        Assert.Contains("Show it: Commerce.UpdateSettingsAsync", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OtherCatalog_NamesBoth()
    {
        using CommandRun run = await CommandRun.RunAsync("verify", "--catalog-id", "42", "--emulator", Emulator);

        Assert.Contains($"The catalog {Cloud.Catalog.Id} is connected, not 42.", run.Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoSubscription_SaysHowToSubscribe()
    {
        await using ServiceProviderOf services = new(Cloud);
        await services.Client.Subscriptions.UnsubscribeAsync(Token);

        using CommandRun run = await CommandRun.RunAsync("verify", "--emulator", Emulator);

        Assert.Contains("Subscriptions.SubscribeAsync", run.Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_MessagesThatAreNotSubscribed_SaysThatNothingArrives()
    {
        Cloud.WebhookFields.Unsubscribe("messages");

        using CommandRun run = await CommandRun.RunAsync("verify", "--emulator", Emulator);

        Assert.Contains("The field messages is not subscribed", run.Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OtherFieldsThatAreNotSubscribed_WarnsAndNamesThem()
    {
        Cloud.WebhookFields.Unsubscribe("account_alerts");
        Cloud.WebhookFields.Unsubscribe("user_preferences");

        using CommandRun run = await CommandRun.RunAsync("verify", "--emulator", Emulator);

        Assert.Contains(
            "messages is subscribed; account_alerts, user_preferences are not.", run.Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SecretOfAnotherApp_SaysWhatToCompare()
    {
        using CommandRun run = await CommandRun.WithAsync(
            [("WhatsCommerce__AppSecret", "another-secret")], "verify", "--emulator", Emulator);

        Assert.Contains($"Is the app secret that of the app {Cloud.AppId}?", run.Ended(1).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another-secret", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AppThatIsNotSubscribed_NamesIt()
    {
        using CommandRun run = await CommandRun.RunAsync("verify", "--app-id", "42", "--emulator", Emulator);

        Assert.Contains("does not get the webhooks of the account", run.Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AppThatIsElsewhere_WarnsAndNamesBothAddresses()
    {
        string connected = await StartAppAsync(isConnected: true);
        string other = await StartAppAsync();

        using CommandRun run = await CommandRun.RunAsync("verify", "--callback", other, "--emulator", Emulator);

        Assert.Contains($"Meta delivers to {connected}, and not to {other}.", run.Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SettingsThatAreMissing_AreSkippedAloud()
    {
        string token = await FileAsync("token", Cloud.Options.AccessToken!);

        using CommandRun run = await CommandRun.WithAsync(
            [("WhatsCommerce__BaseAddress", Emulator), ("WhatsCommerce__PhoneNumberId", Cloud.Options.PhoneNumberId!)],
            "verify",
            "--token-file",
            token);

        Assert.Contains("BusinessAccountId is not set.", run.Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AppWithAnotherSecret_SaysWhatToCompare()
    {
        string app = await StartAppAsync();
        string secret = await FileAsync("secret", "another");

        using CommandRun run = await CommandRun.RunAsync(
            "verify", "--callback", app, "--secret-file", secret, "--emulator", Emulator);

        Assert.Contains("-> Compare Webhooks:AppSecrets", run.Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_ProductsOfEachKind_AreTold()
    {
        using CommandRun run = await CommandRun.WithInputAsync(
            "pot\n\nnothing\n", "preflight", "mug", "-", "--json", "--emulator", Emulator);

        JsonElement report = Assert.Single(run.Ended(1).Json);
        Assert.Equal(["mug", "pot"], report.GetProperty("sendable").EnumerateArray().Select(id => id.GetString()!));
        JsonElement unsendable = Assert.Single(report.GetProperty("unsendable").EnumerateArray());
        Assert.Equal(
            ("nothing", "Missing"),
            (unsendable.GetProperty("retailerId").GetString(), unsendable.GetProperty("problems")[0].GetString()));
    }

    [Fact]
    public async Task Templates_CreatedFromAFile_IsListedAndApproved()
    {
        string file = await FileAsync(
            "hello.template.json",
            """{"name":"hello_there","language":"en_US","category":"UTILITY","components":"""
                + """[{"type":"BODY","text":"Your order is on its way."}]}""");

        using CommandRun created = await CommandRun.RunAsync("templates", "create", file, "--json", "--emulator", Emulator);
        Cloud.Templates.Approve("hello_there");
        using CommandRun waited = await CommandRun.RunAsync("templates", "wait", "hello_there", "en_US", "--emulator", Emulator);
        using CommandRun list = await CommandRun.RunAsync("templates", "list", "--status", "APPROVED", "--json", "--emulator", Emulator);

        Assert.Equal("hello_there", created.Ended(0).Json[0].GetProperty("name").GetString());
        Assert.Contains("is approved", waited.Ended(0).Error, StringComparison.Ordinal);
        Assert.Equal("APPROVED", Assert.Single(list.Ended(0).Json).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Templates_Rejected_EndsWithOneAndTheReason()
    {
        Cloud.Templates.Add(
            """{"name":"hello_there","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hi there."}]}""");
        Cloud.Templates.Reject("hello_there", "INVALID_FORMAT");

        using CommandRun waited = await CommandRun.RunAsync("templates", "wait", "hello_there", "en_US", "--emulator", Emulator);

        Assert.Contains("INVALID_FORMAT", waited.Ended(1).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "name, language or components are missing")]
    [InlineData("[", "not a template in JSON")]
    public async Task Templates_CreateFromSomethingElse_EndsWithTwo(string json, string said)
    {
        using CommandRun run = await CommandRun.WithInputAsync(json, "templates", "create", "-", "--emulator", Emulator);

        Assert.Contains(said, run.Ended(2).Error, StringComparison.Ordinal);
    }
}
