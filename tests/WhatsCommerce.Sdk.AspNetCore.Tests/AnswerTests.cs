using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Every answer that the endpoint gives, on one app; and that changing secrets costs no delivery its right one.</summary>
public class AnswerTests
{
    private const string Challenge = WebhookSite.Path + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfEveryKind_AreAnsweredAsTold()
    {
        await using WebhookSite site = await WebhookSite.StartAsync(
            webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) =>
                order.Id == "wamid.bad" ? throw new InvalidTimeZoneException() : Task.CompletedTask),
            options => options.WaitForOtherDelivery = TimeSpan.Zero);
        IWebhookStore store = site.App.Services.GetRequiredService<IWebhookStore>();
        WebhookClaim elsewhere = await store.TryBeginAsync(
            new("/messages/message/106540352242922/wamid.elsewhere", "orders"), TimeSpan.FromMinutes(1), Cancellation);
        byte[] large = new byte[WebhookOptions.DefaultMaxBodyBytes + 1];

        List<(string What, HttpStatusCode Status)> answers =
        [
            ("good", await site.Deliver(Deliveries.Orders("wamid.1"))),
            ("good again", await site.Deliver(Deliveries.Orders("wamid.1"))),
            ("right token", await GetAsync(site, Challenge + WebhookSite.VerifyToken)),
            ("no challenge", await GetAsync(site, WebhookSite.Path)),
            ("forged", await site.Deliver(
                Deliveries.Orders("wamid.1"), WebhookSignature.Compute(Deliveries.Orders("wamid.2"), WebhookSite.Secret))),
            ("wrong token", await GetAsync(site, Challenge + "another")),
            ("another path", await site.Deliver(Deliveries.Orders("wamid.1"), path: "/webhooks/elsewhere")),
            ("too large", await site.Deliver(large)),
            ("handler fails", await site.Deliver(Deliveries.Orders("wamid.bad"))),
            ("in progress at another instance", await site.Deliver(Deliveries.Orders("wamid.elsewhere"))),
        ];
        await store.CompleteAsync(elsewhere, Cancellation);
        answers.Add(("completed at another instance", await site.Deliver(Deliveries.Orders("wamid.elsewhere"))));

        Assert.Equal(
            [
                ("good", HttpStatusCode.OK),
                ("good again", HttpStatusCode.OK),
                ("right token", HttpStatusCode.OK),
                ("no challenge", HttpStatusCode.BadRequest),
                ("forged", HttpStatusCode.Unauthorized),
                ("wrong token", HttpStatusCode.Forbidden),
                ("another path", HttpStatusCode.NotFound),
                ("too large", HttpStatusCode.RequestEntityTooLarge),
                ("handler fails", HttpStatusCode.InternalServerError),
                ("in progress at another instance", HttpStatusCode.ServiceUnavailable),
                ("completed at another instance", HttpStatusCode.OK),
            ],
            answers);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Request_OfAnotherMethod_Is405AndSaysWhichAreAllowed(string method)
    {
        await using WebhookSite site = await WebhookSite.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Parse(method), WebhookSite.Path);

        using HttpResponseMessage response = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Post_SecretsRotatedWhileRequestsFlow_RefusesNoValidDeliveryAndNoForgedOnePasses()
    {
        const int Rotations = 12;
        await using WebhookSite site = await WebhookSite.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Webhooks:AppSecrets:0", "secret-0")]);
                builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("Webhooks"));
            },
            app => app.MapWhatsCommerceWebhooks(WebhookSite.Path));
        IConfigurationRoot configuration = (IConfigurationRoot)site.App.Configuration;
        using CancellationTokenSource end = new();
        int signer = 0;
        Channel<int> answered = Channel.CreateUnbounded<int>();
        Task<List<HttpStatusCode>>[] senders = [.. Enumerable.Range(0, 4).Select(number => Task.Run(() => SendAsync(number)))];

        for (int rotation = 1; rotation <= Rotations; rotation++)
        {
            // The new one is added, Meta changes over, what was signed with the old one has arrived, the old one is taken away.
            Set($"secret-{rotation - 1}", $"secret-{rotation}");
            await EachSendsAsync();
            Volatile.Write(ref signer, rotation);
            await EachSendsAsync();
            Set($"secret-{rotation}", "");
            await EachSendsAsync();
        }

        await end.CancelAsync();
        List<HttpStatusCode> answers = [.. (await Task.WhenAll(senders)).SelectMany(list => list)];
        Assert.True(answers.Count >= 4 * 2 * Rotations, $"Only {answers.Count} were sent.");
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await site.Deliver(Deliveries.Statuses("wamid.1"), WebhookSignature.Compute(Deliveries.Statuses("wamid.1"), "secret-0")));

        void Set(string first, string second)
        {
            (configuration["Webhooks:AppSecrets:0"], configuration["Webhooks:AppSecrets:1"]) = (first, second);
            configuration.Reload();
        }

        async Task<List<HttpStatusCode>> SendAsync(int number)
        {
            List<HttpStatusCode> statuses = [];
            try
            {
                while (!end.IsCancellationRequested)
                {
                    byte[] body = Deliveries.Statuses($"wamid.{number}.{statuses.Count}");
                    statuses.Add(await site.Deliver(body, WebhookSignature.Compute(body, $"secret-{Volatile.Read(ref signer)}")));
                    answered.Writer.TryWrite(number);
                }
            }
            catch (Exception exception)
            {
                answered.Writer.TryComplete(exception);
                throw;
            }

            return statuses;
        }

        // Two answers after now: the first may be of a request that began before.
        async Task EachSendsAsync()
        {
            while (answered.Reader.TryRead(out _))
            {
            }

            int[] counts = new int[senders.Length];
            while (counts.Min() < 2)
            {
                counts[await answered.Reader.ReadAsync(Cancellation)]++;
            }
        }
    }

    private static async Task<HttpStatusCode> GetAsync(WebhookSite site, string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return response.StatusCode;
    }
}
