using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Tests;

/// <summary>The GET by which Meta checks an address, and the routes that it may have.</summary>
public class ChallengeTests
{
    private const string Right = "?hub.mode=subscribe&hub.verify_token=" + WebhookSite.VerifyToken + "&hub.challenge=1158201444";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_RightToken_GivesTheChallengeBackAsPlainText()
    {
        await using WebhookSite site = await WebhookSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(WebhookSite.Path + Right, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("1158201444", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.verify_token=another&hub.challenge=1", HttpStatusCode.Forbidden)]
    [InlineData("?hub.mode=subscribe&hub.verify_token=A-TOKEN-OF-OUR-CHOICE&hub.challenge=1", HttpStatusCode.Forbidden)]
    [InlineData(
        "?hub.mode=subscribe&hub.verify_token=a-token-of-our-choice&hub.verify_token=a-token-of-our-choice&hub.challenge=1",
        HttpStatusCode.Forbidden)]
    [InlineData("?hub.mode=subscribe&hub.verify_token=&hub.challenge=1", HttpStatusCode.BadRequest)]
    [InlineData("?hub.mode=subscribe&hub.challenge=1", HttpStatusCode.BadRequest)]
    [InlineData("?hub.mode=subscribe&hub.verify_token=a-token-of-our-choice", HttpStatusCode.BadRequest)]
    [InlineData("?hub.verify_token=a-token-of-our-choice&hub.challenge=1", HttpStatusCode.BadRequest)]
    [InlineData("?hub.mode=unsubscribe&hub.verify_token=a-token-of-our-choice&hub.challenge=1", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Get_WrongTokenOrMissingParameter_IsRefusedWithoutAnEcho(string query, HttpStatusCode expected)
    {
        await using WebhookSite site = await WebhookSite.StartAsync();

        using HttpResponseMessage response = await site.Client.GetAsync(WebhookSite.Path + query, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain(site.Logs.OfSdk, entry => entry.Text.Contains(WebhookSite.VerifyToken, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Get_RequestLogOfTheFramework_ShowsTheTokenUnlessItIsSwitchedOff(bool switchedOff)
    {
        // As docs/hosting.md says it.
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder =>
            {
                builder.Services.AddWhatsCommerceWebhooks(
                    options => (options.AppSecrets, options.VerifyToken) = ([WebhookSite.Secret], WebhookSite.VerifyToken));
                if (switchedOff)
                {
                    builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
                }
            },
            app => app.MapWhatsCommerceWebhooks(WebhookSite.Path));

        await site.Client.GetStringAsync(new Uri(WebhookSite.Path + Right, UriKind.Relative), Cancellation);
        await site.App.StopAsync(Cancellation);

        Assert.Equal(!switchedOff, site.Logs.Entries.Any(entry => entry.Text.Contains(WebhookSite.VerifyToken, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("PUT", WebhookSite.Path, HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", WebhookSite.Path, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/elsewhere", HttpStatusCode.NotFound)]
    public async Task Request_OfAnotherMethodOrPath_IsNotOurs(string method, string path, HttpStatusCode expected)
    {
        await using WebhookSite site = await WebhookSite.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Parse(method), path);

        using HttpResponseMessage response = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Map_UnderAPathBaseAndInAGroup_Answers()
    {
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder => builder.Services.AddWhatsCommerceWebhooks(
                options => (options.AppSecrets, options.VerifyToken) = ([WebhookSite.Secret], WebhookSite.VerifyToken)),
            app =>
            {
                app.UsePathBase("/shop");
                app.UseRouting();
                app.MapGroup("/tenants/{tenant}").MapWhatsCommerceWebhooks("whatsapp");
            });

        string challenge =
            await site.Client.GetStringAsync(new Uri("/shop/tenants/berlin/whatsapp" + Right, UriKind.Relative), Cancellation);
        HttpStatusCode delivery = await site.Deliver(Deliveries.Statuses("1"), path: "/shop/tenants/berlin/whatsapp");

        Assert.Equal(("1158201444", HttpStatusCode.OK), (challenge, delivery));
    }

    [Fact]
    public async Task Map_WithConventions_PassesThemOn()
    {
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder => builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets = [WebhookSite.Secret]),
            app => app.MapWhatsCommerceWebhooks(WebhookSite.Path).WithMetadata("mine"));

        EndpointDataSource routes = site.App.Services.GetRequiredService<EndpointDataSource>();

        Assert.Equal("mine", Assert.Single(routes.Endpoints).Metadata.GetMetadata<string>());
    }
}
