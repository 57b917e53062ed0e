namespace WhatsCommerce.Testing.Tests;

/// <summary>Callbacks of an account's and a number's own: asked first, then used. Source: Meta, webhooks/override.</summary>
public sealed class CallbackOverrideTests
{
    private const string Account = "102290129340398";
    private const string Number = "106540352242922";

    [Fact]
    public async Task Overrides_Set_NumberGoesBeforeAccountGoesBeforeApp()
    {
        await using Stage stage = await Stage.StartAsync();
        await using Callback ofAccount = await Callback.StartAsync();
        await using Callback ofNumber = await Callback.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        await pablo.SendTextAsync("app", Stage.Token);
        (await stage.PostJsonAsync($"{Account}/subscribed_apps", Override(ofAccount.Address))).AssertAccepted();
        await pablo.SendTextAsync("account", Stage.Token);
        (await stage.PostJsonAsync(Number, $$"""{"webhook_configuration":{{Override(ofNumber.Address)}}}""")).AssertAccepted();
        await pablo.SendTextAsync("number", Stage.Token);
        (await stage.PostJsonAsync(Number, """{"webhook_configuration":{"override_callback_uri":""}}""")).AssertAccepted();
        await pablo.SendTextAsync("account again", Stage.Token);
        (await stage.PostJsonAsync($"{Account}/subscribed_apps", "{}")).AssertAccepted();
        await pablo.SendTextAsync("app again", Stage.Token);

        Assert.Equal(["app", "app again"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
        Assert.Equal(["account", "account again"], ofAccount.Posts.SelectMany(posted => posted.Texts));
        Assert.Equal(["number"], ofNumber.Posts.SelectMany(posted => posted.Texts));
        Assert.Contains("hub.verify_token=its%20own", Assert.Single(ofNumber.Verifications).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Override_WithoutACallbackOfTheApp_IsUsed()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);

        (await stage.PostJsonAsync($"{Account}/subscribed_apps", Override(stage.Callback.Address))).AssertAccepted();
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        Assert.Single(stage.Callback.Posts);
    }

    [Fact]
    public async Task Override_AnsweringWrong_IsRefusedAndTheOldOneStays()
    {
        await using Stage stage = await Stage.StartAsync();
        await using Callback good = await Callback.StartAsync();
        await using Callback bad = await Callback.StartAsync();
        bad.OnVerification = http =>
        {
            http.Response.StatusCode = 403;
            return Task.CompletedTask;
        };
        (await stage.PostJsonAsync($"{Account}/subscribed_apps", Override(good.Address))).AssertAccepted();

        Answer refused = await stage.PostJsonAsync($"{Account}/subscribed_apps", Override(bad.Address));
        (await stage.PostJsonAsync(Number, $$"""{"webhook_configuration":{{Override(bad.Address)}}}""")).AssertRefused(100);
        await stage.Cloud.Customer("+16505551234").SendTextAsync("Hi!", Stage.Token);

        refused.AssertRefused(100);
        Assert.Contains("403", refused.Details, StringComparison.Ordinal);
        Assert.Single(good.Posts);
        Assert.Null(stage.Cloud.Number.CallbackOverride);
    }

    [Fact]
    public async Task Unsubscribe_TheApp_EndsTheWebhooksUntilItSubscribesAgain()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234");

        (await stage.DeleteAsync($"{Account}/subscribed_apps")).AssertAccepted();
        await pablo.SendTextAsync("unheard", Stage.Token);
        (await stage.PostJsonAsync($"{Account}/subscribed_apps", "{}")).AssertAccepted();
        await pablo.SendTextAsync("heard", Stage.Token);

        Assert.Equal(["heard"], stage.Callback.Posts.SelectMany(posted => posted.Texts));
        Assert.Single(stage.Cloud.Deliveries);
    }

    [Fact]
    public async Task Batches_OfTwoCallbacks_DoNotMix()
    {
        await using Stage stage = await Stage.StartAsync(new() { UpdatesPerWebhook = 100 });
        await using Callback ofTenant = await Callback.StartAsync();
        WhatsCommerceAccount tenant = stage.Cloud.AddAccount("300", PhoneNumber.Parse("+15550001111"), "tenant", "301");
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("v25.0/300", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", tenant.AccessToken);
        request.Content = new StringContent(
            $$"""{"webhook_configuration":{{Override(ofTenant.Address)}}}""", System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await stage.Http.SendAsync(request, Stage.Token);
        response.EnsureSuccessStatusCode();
        TaskCompletionSource answer = await stage.BusyAsync();

        for (int i = 0; i < 2; i++)
        {
            await stage.PostTextAsync();
            await PostTextAsync(stage, "300", "tenant");
        }

        answer.SetResult();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(["106540352242922"], NumbersOf(stage.Callback));
        Assert.Equal(["300"], NumbersOf(ofTenant));
        Assert.Equal(6, ofTenant.Posts.Sum(posted => posted.Entries.Count()));
        Assert.All(ofTenant.Posts.SelectMany(posted => posted.Entries), entry => Assert.Equal("301", entry.GetProperty("id").GetString()));
    }

    private static string[] NumbersOf(Callback callback) =>
    [
        .. callback.Posts.SelectMany(posted => posted.Entries)
            .Select(entry =>
                entry.GetProperty("changes")[0].GetProperty("value").GetProperty("metadata").GetProperty("phone_number_id").GetString()!)
            .Distinct(),
    ];

    private static async Task PostTextAsync(Stage stage, string number, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"v25.0/{number}/messages", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        request.Content = new StringContent(
            """{"messaging_product":"whatsapp","to":"+16505551234","type":"text","text":{"body":"Hello!"}}""",
            System.Text.Encoding.UTF8,
            "application/json");
        using HttpResponseMessage response = await stage.Http.SendAsync(request, Stage.Token);
        response.EnsureSuccessStatusCode();
    }

    private static string Override(Uri address) => $$"""{"override_callback_uri":"{{address}}","verify_token":"its own"}""";
}
