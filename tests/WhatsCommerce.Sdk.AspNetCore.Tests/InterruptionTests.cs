using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What happens to the work when the client hangs up, and when the app stops.</summary>
public class InterruptionTests
{
    private readonly TaskCompletionSource<CancellationToken> _begun = New<CancellationToken>();
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _finished = New<bool>();
    private readonly TaskCompletionSource<bool> _arrived = New<bool>();
    private readonly TaskCompletionSource<bool> _aborted = New<bool>();
    private readonly TaskCompletionSource<bool> _left = New<bool>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_ClientHangsUpWhileAHandlerRuns_TheHandlerFinishes()
    {
        await using WebhookSite site = await StartAsync();
        byte[] body = Deliveries.Orders("wamid.1");
        using Socket socket = await site.DeliverByHand(body, body.Length);
        CancellationToken token = await Patiently.Wait(_begun.Task);

        socket.Close(timeout: 0);
        await Patiently.Wait(_aborted.Task);
        bool cancelled = token.IsCancellationRequested;
        _release.SetResult();
        await Patiently.Wait(_finished.Task);
        await Patiently.Wait(_left.Task);

        Assert.False(cancelled);
        Assert.Equal([105], site.Logs.OfSdk.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Post_ClientHangsUpBeforeTheBodyIsComplete_NothingRuns()
    {
        await using WebhookSite site = await StartAsync();
        byte[] body = Deliveries.Orders("wamid.1");
        using Socket socket = await site.DeliverByHand(body, body.Length - 1);
        await Patiently.Wait(_arrived.Task);

        socket.Close(timeout: 0);
        await Patiently.Wait(_left.Task);

        Assert.False(_begun.Task.IsCompleted);
        Assert.Equal([202], site.Logs.OfSdk.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Post_AppStopsWhileAHandlerRuns_TellsTheHandlerAndIs503()
    {
        await using WebhookSite site = await StartAsync();
        Task<HttpStatusCode> delivery = site.Deliver(Deliveries.Orders("wamid.1"));
        await Patiently.Wait(_begun.Task);

        await site.App.StopAsync(Cancellation);
        HttpStatusCode status = await delivery;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (status, _finished.Task.IsCompleted));
        Assert.Equal([203], site.Logs.OfSdk.Select(entry => entry.Id));
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<WebhookSite> StartAsync() => WebhookSite.StartAsync(
        builder => builder.Services
            .AddWhatsCommerceWebhooks(options => options.AppSecrets = [WebhookSite.Secret])
            .Handle<OrderEvent>("orders", async (_, cancellationToken) =>
            {
                _begun.SetResult(cancellationToken);
                await _release.Task.WaitAsync(cancellationToken);
                _finished.SetResult(true);
            }),
        app =>
        {
            app.Use(async (context, next) =>
            {
                _arrived.SetResult(true);
                context.RequestAborted.Register(() => _aborted.TrySetResult(true));
                await next(context);
                _left.SetResult(true);
            });
            app.MapWhatsCommerceWebhooks(WebhookSite.Path);
        });
}
