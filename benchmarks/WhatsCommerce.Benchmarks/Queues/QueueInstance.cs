using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>An instance of an app with a delivery queue, whose worker is started and stopped by the measurement.</summary>
internal sealed class QueueInstance : IAsyncDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly ServiceProvider _app;
    private readonly WebhookProcessor _processor;

    /// <param name="engine">The engine.</param>
    /// <param name="concurrency">How many conversations of each lane it works on at once.</param>
    /// <param name="message">Handles a message.</param>
    /// <param name="status">Handles a status.</param>
    public QueueInstance(
        QueueEngine engine, int concurrency, Func<OrderEvent, Task>? message = null, Func<StatusEvent, Task>? status = null)
    {
        ServiceCollection services = new();
        WhatsCommerceWebhooksBuilder builder = services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add(Secret));
        engine.Use(builder, concurrency);
        builder.Handle<OrderEvent>("messages", (order, _) => message?.Invoke(order) ?? Task.CompletedTask);
        builder.Handle<StatusEvent>("statuses", (told, _) => status?.Invoke(told) ?? Task.CompletedTask);
        _app = services.BuildServiceProvider();
        _processor = _app.GetRequiredService<WebhookProcessor>();
    }

    /// <summary>Starts to handle what is stored, and makes the tables.</summary>
    public async Task StartAsync()
    {
        foreach (IHostedService service in _app.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async Task StopAsync()
    {
        foreach (IHostedService service in _app.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Takes a delivery as the endpoint does: verifies and stores it.</summary>
    public async Task DeliverAsync(byte[] body)
    {
        WebhookResponse answer = await _processor.ProcessAsync(body, WebhookSignature.Compute(body, Secret));
        if (answer.StatusCode != 200)
        {
            throw new InvalidOperationException($"A delivery was answered with {answer.StatusCode}.");
        }
    }

    public Task DeliverAsync(IReadOnlyList<byte[]> bodies) => ConcurrentCalls.RunAsync(bodies, DeliverAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
