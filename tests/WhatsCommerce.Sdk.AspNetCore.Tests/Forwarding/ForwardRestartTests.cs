using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Forwarding;

/// <summary>What waits to be forwarded while the app ends and starts anew, with a SQLite file.</summary>
public sealed class ForwardRestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("forwards-").FullName;

    private Task<WebhookSite> StartAsync(Uri address) => WebhookSite.StartAsync(webhooks =>
    {
        webhooks.UseSqlite($"Data Source={Path.Combine(_folder, "app.db")}")
            .ForwardDeliveries("erp", options =>
            {
                (options.Address, options.Secret) = (address, ForwardTarget.Secret);
                options.MaxAttempts = 1_000;
            })
            .Handle<TextEvent>("texts", (_, _) => Task.CompletedTask);
        webhooks.Services.Configure<DeliveryQueueOptions>(
            options => (options.RetryDelay, options.MaxRetryDelay) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)));
    });

    [Fact]
    public async Task ForwardDeliveries_AppEndsWhileTheReceiverIsDown_IsSentByTheNextStart()
    {
        using ReservedPort port = new();
        byte[][] bodies = [.. Enumerable.Range(0, 20).Select(i => Deliveries.Texts($"wamid.{i}"))];
        await using (WebhookSite first = await StartAsync(port.Address))
        {
            foreach (byte[] body in bodies)
            {
                Assert.Equal(HttpStatusCode.OK, await first.Deliver(body));
            }

            await Patiently.Until(() => first.Logs.OfSdk.Any(entry => entry.Id == 181));
            await first.App.StopAsync(TestContext.Current.CancellationToken);
        }

        port.LetListen();
        await using ForwardTarget target = await ForwardTarget.StartAsync(port.Number);
        await using WebhookSite second = await StartAsync(port.Address);
        await Patiently.Until(() => target.Received.Count == bodies.Length);

        Assert.Equal(
            bodies.Select(Convert.ToHexString).Order(StringComparer.Ordinal),
            target.Received.Select(request => Convert.ToHexString(request.Body)).Order(StringComparer.Ordinal));
        Assert.All(target.Received, request => Assert.Equal(
            SignatureResult.Valid, WebhookSignature.Verify(request.Body, request.Signature, ForwardTarget.Secret)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
