using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Secrets that change, endpoints side by side, and mistakes that keep an app from starting.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task Post_SecretsRotatedWhileRunning_TakesTheOnesOfTheMoment()
    {
        byte[] body = Deliveries.Statuses("wamid.1");
        string old = WebhookSignature.Compute(body, "old-secret");
        string @new = WebhookSignature.Compute(body, "new-secret");
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Webhooks:AppSecrets:0", "old-secret")]);
                builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("Webhooks"));
            },
            app => app.MapWhatsCommerceWebhooks(WebhookSite.Path));
        IConfigurationRoot configuration = (IConfigurationRoot)site.App.Configuration;

        List<(HttpStatusCode Old, HttpStatusCode New)> answers = [await Both()];
        configuration["Webhooks:AppSecrets:1"] = "new-secret";
        configuration.Reload();
        answers.Add(await Both());
        configuration["Webhooks:AppSecrets:0"] = "";
        configuration.Reload();
        answers.Add(await Both());

        Assert.Equal(
            [
                (HttpStatusCode.OK, HttpStatusCode.Unauthorized),
                (HttpStatusCode.OK, HttpStatusCode.OK),
                (HttpStatusCode.Unauthorized, HttpStatusCode.OK),
            ],
            answers);

        async Task<(HttpStatusCode Old, HttpStatusCode New)> Both() => (await site.Deliver(body, old), await site.Deliver(body, @new));
    }

    [Theory]
    [InlineData("/webhooks/whatsapp", "/webhooks/whatsapp")]
    [InlineData("/webhooks/whatsapp", "webhooks/WhatsApp/")]
    public async Task Start_PathMappedTwice_IsRefused(string first, string second)
    {
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartTwiceAsync(app =>
        {
            app.MapWhatsCommerceWebhooks(first);
            app.MapWhatsCommerceWebhooks(second, "other");
        }));

        Assert.Equal(
            "GET /webhooks/whatsapp is mapped twice, and each request would be ambiguous: remove a MapWhatsCommerceWebhooks, or tell them "
                + "apart by path or host.",
            refused.Message);
    }

    [Fact]
    public async Task Start_PathMappedTwiceForTwoHosts_Starts() => await StartTwiceAsync(app =>
    {
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp").RequireHost("berlin.example");
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp", "other").RequireHost("lisbon.example");
    });

    [Fact]
    public async Task Start_OneOfTwoEndpointsIsMapped_WarnsOfTheOther()
    {
        await using WebhookSite site = await StartTwoAsync(app => app.MapWhatsCommerceWebhooks(WebhookSite.Path));

        Assert.Equal(
            ["The webhook endpoint \"other\" is registered, but not mapped, so this app receives no deliveries for it: call "
                + "MapWhatsCommerceWebhooks(pattern, \"other\"), unless another process receives them, or the app passes them to "
                + "WebhookProcessor"],
            site.Logs.OfSdk.Where(entry => entry.Id == 205).Select(entry => entry.Text.TrimEnd()));
    }

    [Fact]
    public async Task Start_EachEndpointIsMapped_WarnsOfNothing()
    {
        await using WebhookSite site = await StartTwoAsync(app =>
        {
            app.MapWhatsCommerceWebhooks("/other", "other");
            app.MapWhatsCommerceWebhooks(WebhookSite.Path);
        });

        Assert.DoesNotContain(site.Logs.OfSdk, entry => entry.Id == 205);
    }

    private static async Task StartTwiceAsync(Action<WebApplication> map)
    {
        await using WebhookSite site = await StartTwoAsync(map);
    }

    private static Task<WebhookSite> StartTwoAsync(Action<WebApplication> map) => WebhookSite.StartAsync(
            builder =>
            {
                builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("secret"));
                builder.Services.AddWhatsCommerceWebhooks("other", options => options.AppSecrets.Add("secret"));
            },
            map);

    [Fact]
    public async Task Post_TwoEndpoints_EachTakesItsOwnSecretTokenAndHandlers()
    {
        List<string> calls = [];
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder =>
            {
                foreach (string name in new[] { "berlin", "lisbon" })
                {
                    builder.Services
                        .AddWhatsCommerceWebhooks(
                            name, options => (options.AppSecrets, options.VerifyToken) = ([$"secret-{name}"], $"token-{name}"))
                        .Handle<OrderEvent>("orders", (order, _) =>
                        {
                            calls.Add($"{name} {order.Id}");
                            return Task.CompletedTask;
                        });
                }
            },
            app =>
            {
                app.MapWhatsCommerceWebhooks("/berlin", "berlin");
                app.MapWhatsCommerceWebhooks("/lisbon", "lisbon");
            });

        List<string> answers = [];
        foreach ((string path, string signer) in new[] {
            ("berlin", "berlin"), ("berlin", "lisbon"), ("lisbon", "berlin"), ("lisbon", "lisbon") })
        {
            byte[] body = Deliveries.Orders("wamid." + signer);
            HttpStatusCode delivery = await site.Deliver(body, WebhookSignature.Compute(body, $"secret-{signer}"), "/" + path);
            using HttpResponseMessage challenge = await site.Client.GetAsync(
                $"/{path}?hub.mode=subscribe&hub.verify_token=token-{signer}&hub.challenge=1", TestContext.Current.CancellationToken);
            answers.Add(FormattableString.Invariant($"{signer} at {path}: {(int)delivery} {(int)challenge.StatusCode}"));
        }

        Assert.Equal(
            ["berlin at berlin: 200 200", "lisbon at berlin: 401 403", "berlin at lisbon: 401 403", "lisbon at lisbon: 200 200"], answers);
        Assert.Equal(["berlin wamid.berlin", "lisbon wamid.lisbon"], calls);
    }

    [Theory]
    [InlineData(null, "call builder.Services.AddWhatsCommerceWebhooks(section) before builder.Build()")]
    [InlineData("berlin", "call builder.Services.AddWhatsCommerceWebhooks(\"berlin\", section) before builder.Build()")]
    public async Task Map_WithoutRegistration_SaysWhichCallIsMissing(string? name, string expected)
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => WebhookSite.StartAsync(_ => { }, app => app.MapWhatsCommerceWebhooks(WebhookSite.Path, name)));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_NameOfNoRegistration_SaysWhichCallIsMissing()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => WebhookSite.StartAsync(
            builder => builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets = [WebhookSite.Secret]),
            app => app.MapWhatsCommerceWebhooks(WebhookSite.Path, "berlin")));

        Assert.Contains("AddWhatsCommerceWebhooks(\"berlin\", section)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Start_WithoutSecret_IsRefusedAndSaysWhatToSet(string environment, bool mapped)
    {
        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => WebhookSite.StartAsync(
            builder => builder.Services.AddWhatsCommerceWebhooks(options => options.VerifyToken = WebhookSite.VerifyToken),
            app =>
            {
                if (mapped)
                {
                    app.MapWhatsCommerceWebhooks(WebhookSite.Path);
                }
            },
            environment));

        Assert.Contains("AppSecrets is empty", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(WebhookSite.VerifyToken, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_UnsignedAllowedOutsideDevelopment_IsRefused(string environment)
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartUnsigned(environment));

        Assert.Contains(
            $"AllowUnsigned is set, and the environment is {environment}, not Development", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UnsignedAllowedInDevelopment_Is200AndWarns()
    {
        await using WebhookSite site = await StartUnsigned("Development");

        HttpStatusCode status = await site.Deliver(Deliveries.Statuses("wamid.1"), signature: "");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([204, 102], site.Logs.OfSdk.Select(entry => entry.Id).Where(id => id is 204 or 102));
    }

    [Fact]
    public async Task Post_UnsignedAllowedWhileRunningInProduction_ChangesNothing()
    {
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Webhooks:AppSecrets:0", WebhookSite.Secret)]);
                builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("Webhooks"));
            },
            app => app.MapWhatsCommerceWebhooks(WebhookSite.Path));
        site.App.Configuration["Webhooks:AllowUnsigned"] = "true";
        site.App.Configuration["Webhooks:AppSecrets:0"] = "";
        ((IConfigurationRoot)site.App.Configuration).Reload();

        HttpStatusCode status = await site.Deliver(Deliveries.Statuses("wamid.1"), signature: "");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    private static Task<WebhookSite> StartUnsigned(string environment) => WebhookSite.StartAsync(
        builder => builder.Services.AddWhatsCommerceWebhooks(options => options.AllowUnsigned = true),
        app => app.MapWhatsCommerceWebhooks(WebhookSite.Path),
        environment);
}
