using WhatsCommerce.Testing.Delivery;

namespace WhatsCommerce.Testing;

/// <summary>What the parts of one emulator share.</summary>
internal sealed class EmulatorContext
{
    public EmulatorContext(CloudApiEmulatorOptions options)
    {
        Options = options;
        Catalog = new(options.CatalogId);
        Requests = new(options.HistoryLimit);
        Deliveries = new(options.HistoryLimit);
        Sender = new(options, Deliveries);
        Bodies = new(options);
        Customers = new(this);
    }

    public CloudApiEmulatorOptions Options { get; }

    public EmulatedCatalog Catalog { get; }

    public CustomerBook Customers { get; }

    public MessageIds Ids { get; } = new();

    public WebhookBodies Bodies { get; }

    public WebhookSender Sender { get; }

    public History<RecordedRequest> Requests { get; }

    public History<RecordedDelivery> Deliveries { get; }
}
