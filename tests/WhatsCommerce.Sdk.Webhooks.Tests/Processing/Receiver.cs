using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>A processor with handlers, to which signed deliveries are handed.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef";
    private readonly ServiceProvider _services;

    /// <summary>Starts a processor.</summary>
    /// <param name="add">Adds handlers and services.</param>
    /// <param name="configure">Sets options beside the secret.</param>
    /// <param name="time">The clock; one that stands still unless given.</param>
    /// <param name="store">The store of handled events; the one in memory unless given.</param>
    public Receiver(
        Action<WhatsCommerceWebhooksBuilder>? add = null,
        Action<WebhookOptions>? configure = null,
        FakeTimeProvider? time = null,
        IWebhookStore? store = null)
    {
        Time = time ?? new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSingleton<IDeadLetterStore>(Letters).AddSingleton<TimeProvider>(Time);
        if (store is not null)
        {
            services.AddSingleton(store);
        }

        WhatsCommerceWebhooksBuilder builder = services.AddWhatsCommerceWebhooks(options =>
        {
            options.AppSecrets = [Secret];
            configure?.Invoke(options);
        });
        add?.Invoke(builder);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public RecordedLogs Logs { get; } = new();

    public KeptLetters Letters { get; } = new();

    /// <summary>The time of the processor, which the test moves.</summary>
    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _services;

    public WebhookProcessor Processor => _services.GetRequiredService<WebhookProcessor>();

    public Task<WebhookResponse> Deliver(byte[] body) =>
        Processor.ProcessAsync(body, WebhookSignature.Compute(body, Secret), cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
