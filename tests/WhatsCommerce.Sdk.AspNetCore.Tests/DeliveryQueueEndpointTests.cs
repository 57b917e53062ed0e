using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>An endpoint with a delivery queue, on a real Kestrel.</summary>
public sealed class DeliveryQueueEndpointTests
{
    [Fact]
    public async Task Post_HandlerHasNotRunYet_IsAnswered200AndRunsAfterwards()
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<string?> handled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton<IDeliveryQueue, MemoryDeliveryQueue>();
            webhooks.UseDeliveryQueue().Handle<TextEvent>("texts", async (text, cancellationToken) =>
            {
                await gate.Task.WaitAsync(cancellationToken);
                handled.SetResult(text.Id.Value);
            });
        });

        HttpStatusCode answer = await Patiently.Wait(site.Deliver(Deliveries.Texts("wamid.1")));

        Assert.Equal((HttpStatusCode.OK, false), (answer, handled.Task.IsCompleted));
        gate.SetResult();
        Assert.Equal("wamid.1", await Patiently.Wait(handled.Task));
    }

    [Fact]
    public async Task Stop_HandlerRuns_WaitsForIt()
    {
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool hasEnded = false;
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton<IDeliveryQueue, MemoryDeliveryQueue>();
            webhooks.UseDeliveryQueue().Handle<TextEvent>("texts", async (_, _) =>
            {
                begun.SetResult();
                await gate.Task;
                hasEnded = true;
            });
        });
        await site.Deliver(Deliveries.Texts("wamid.1"));
        await Patiently.Wait(begun.Task);

        Task stop = site.App.StopAsync(CancellationToken.None);
        gate.SetResult();
        await Patiently.Wait(stop);

        Assert.True(hasEnded);
    }
}
