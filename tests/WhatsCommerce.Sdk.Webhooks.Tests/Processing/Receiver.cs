using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>A processor with handlers, to which signed deliveries are handed.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef";
    private readonly ServiceProvider _services;

    public Receiver(Action<WhatsCommerceWebhooksBuilder>? add = null, Action<WebhookOptions>? configure = null)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        WhatsCommerceWebhooksBuilder builder = services.AddWhatsCommerceWebhooks(configure ?? (options => options.AppSecrets = [Secret]));
        add?.Invoke(builder);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public RecordedLogs Logs { get; } = new();

    public WebhookProcessor Processor => _services.GetRequiredService<WebhookProcessor>();

    public Task<WebhookAnswer> Deliver(byte[] body) =>
        Processor.ProcessAsync(body, WebhookSignature.Compute(body, Secret), cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
