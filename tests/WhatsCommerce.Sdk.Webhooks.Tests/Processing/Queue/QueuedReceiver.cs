using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>An app with a delivery queue in memory, whose handlers write down what they handle and wait where the test says so.</summary>
internal sealed class QueuedReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly ConcurrentQueue<string> _handled = new();
    private readonly ConcurrentQueue<string> _begun = new();
    private IHostedService[]? _worker;

    public QueuedReceiver(
        Action<DeliveryQueueOptions>? configure = null,
        Action<WhatsCommerceWebhooksBuilder>? add = null,
        Action<WebhookOptions>? options = null,
        bool takesStatuses = true)
    {
        FakeTimeProvider time = new();
        Queue = new(time);
        Receiver = new(
            builder =>
            {
                builder.Services.AddSingleton<IDeliveryQueue>(Queue);
                builder.UseDeliveryQueue(configure);
                builder.Handle<MessageEvent>("messages", (message, token) => HandleAsync(message.Id.Value!, token));
                if (takesStatuses)
                {
                    builder.Handle<StatusEvent>("statuses", (status, token) => HandleAsync("status " + status.MessageId.Value, token));
                }

                add?.Invoke(builder);
            },
            options,
            time);
    }

    public Receiver Receiver { get; }

    public MemoryDeliveryQueue Queue { get; }

    public FakeTimeProvider Time => Receiver.Time;

    /// <summary>What handlers completed, in order.</summary>
    public IReadOnlyList<string> Handled => [.. _handled];

    /// <summary>What handlers began, in order, attempts that failed included.</summary>
    public IReadOnlyList<string> Begun => [.. _begun];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Lets the handler of an event wait until <see cref="Open"/>.</summary>
    public void Close(string id) => _gates[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open(string id) => _gates[id].TrySetResult();

    /// <summary>Lets the handler of an event fail.</summary>
    public void Fail(string id, int times) => _failures[id] = times;

    public async Task StartAsync()
    {
        _worker = [.. Receiver.Services.GetServices<IHostedService>()];
        foreach (IHostedService service in _worker)
        {
            await service.StartAsync(Cancel);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (IHostedService service in _worker ?? [])
        {
            await service.StopAsync(cancellationToken);
        }

        _worker = null;
    }

    /// <summary>Delivers, and expects that it is stored.</summary>
    public async Task Store(params byte[][] bodies)
    {
        foreach (byte[] body in bodies)
        {
            Assert.Equal(WebhookOutcome.Queued, (await Receiver.Deliver(body)).Outcome);
        }
    }

    public Task UntilHandled(params string[] ids) => Patiently.Until(() => ids.All(Handled.Contains));

    /// <summary>The events that wait or run.</summary>
    public async Task<long> CountAsync() => (await Queue.MeasureAsync(Cancel)).Sum(lane => lane.Events);

    /// <summary>
    /// Moves the clock until something has happened: for waits of the worker that have not begun yet when it is first moved. While handlers
    /// run it stands still: a slow machine would lose their leases.
    /// </summary>
    public Task PassUntil(TimeSpan step, Func<bool> condition) => Patiently.Until(async () =>
    {
        if (condition())
        {
            return true;
        }

        if ((await Queue.MeasureAsync(Cancel)).All(lane => lane.Leased == 0))
        {
            Time.Advance(step);
        }

        return false;
    });

    public async ValueTask DisposeAsync()
    {
        foreach (TaskCompletionSource gate in _gates.Values)
        {
            gate.TrySetResult();
        }

        await StopAsync(CancellationToken.None);
        await Receiver.DisposeAsync();
        Queue.Dispose();
    }

    private async Task HandleAsync(string id, CancellationToken cancellationToken)
    {
        _begun.Enqueue(id);
        if (_gates.TryGetValue(id, out TaskCompletionSource? gate))
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        if (_failures.AddOrUpdate(id, -1, static (_, left) => left - 1) >= 0)
        {
            throw new InvalidOperationException("The shop is closed.");
        }

        _handled.Enqueue(id);
    }
}
