using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using WhatsCommerce.Testing;
using static Microsoft.Playwright.Assertions;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>An app is connected where one looks for it, and the page tells how it does.</summary>
public sealed class ConnectTests(Chromium chromium) : PageTest(chromium)
{
    private HttpStatusCode _answer = HttpStatusCode.OK;

    // One delivery each: what fails is not tried again behind the test's back.
    protected override CloudApiEmulatorOptions Options => new() { RedeliveryWaits = [] };

    private ILocator State => Page.Locator("top-bar .state");

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    protected override Task PrepareAsync()
    {
        Cloud.DisconnectWebhook();
        return Task.CompletedTask;
    }

    // A callback that is not there is what the test provokes; the browser tells of the refused request.
    protected override bool IsExpected(string problem) => problem.Contains("400", StringComparison.Ordinal);

    [Fact(Timeout = Longest)]
    public async Task ConnectYourApp_ConnectsRightThere_AndTellsSo()
    {
        await using WebApplication app = await StartAsync();
        Uri address = new(new Uri(app.Urls.First()), "/hook");
        await Expect(State).ToHaveTextAsync("Live · no app");
        await Button(Page.Locator("top-bar"), "Connect your app").ClickAsync();
        await Expect(Dialog).ToContainTextAsync("No app is connected");

        await Dialog.GetByLabel("Callback address").FillAsync("http://127.0.0.1:9/nobody");
        await Button(Dialog, "Verify and connect").ClickAsync();
        await Expect(Dialog.GetByRole(AriaRole.Alert)).Not.ToBeEmptyAsync();
        Assert.Null(Cloud.Callback);

        await Dialog.GetByLabel("Callback address").FillAsync(address.ToString());
        await Button(Dialog, "Verify and connect").ClickAsync();
        await Expect(Dialog.Locator(".toast")).ToContainTextAsync($"Verified and connected: webhooks go to {address} now.");
        await Expect(Dialog.Locator(".app-state")).ToContainTextAsync($"Connected to {address}");
        Assert.Equal(address, Cloud.Callback);
        await Button(Dialog, "Close").First.ClickAsync();
        await Expect(State).ToHaveTextAsync("Live · app connected");
    }

    [Fact(Timeout = Longest)]
    public async Task Live_TellsTheAppsHealthAsWell()
    {
        await using WebApplication app = await StartAsync();
        await Cloud.ConnectWebhookAsync(new Uri(app.Urls.First()), Stop);
        await Expect(State).ToHaveTextAsync("Live · app connected");

        await WriteAsync("Hello");
        await Expect(State).ToHaveTextAsync("Live · app answers");
        await Expect(State).ToHaveClassAsync("state success");

        _answer = HttpStatusCode.InternalServerError;
        await WriteAsync("Are you well?");
        await Expect(State).ToHaveTextAsync("Live · app answers 500");
        await Expect(State).ToHaveClassAsync("state danger");

        await app.StopAsync(Stop);
        await WriteAsync("Are you there?");
        await Expect(State).ToHaveTextAsync("Live · app does not answer");

        Cloud.DisconnectWebhook();
        await Expect(State).ToHaveTextAsync("Live · no app");
    }

    private async Task<WebApplication> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(http =>
        {
            bool isVerification = HttpMethods.IsGet(http.Request.Method);
            http.Response.StatusCode = isVerification ? StatusCodes.Status200OK : (int)_answer;
            return http.Response.WriteAsync(isVerification ? http.Request.Query["hub.challenge"].ToString() : "", Stop);
        });
        await app.StartAsync(Stop);
        return app;
    }
}
