using System.Collections.Concurrent;
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
        Customers = new(this);
        MainAccount = new(options.BusinessAccountId) { Catalog = Catalog };
        Accounts.TryAdd(MainAccount.Id.Value!, MainAccount);
        MainNumber = new(options.PhoneNumberId, options.PhoneNumber, options.AccessToken, MainAccount);
        Numbers.TryAdd(MainNumber.Id.Value!, MainNumber);
        Bodies = new(options, MainNumber);
    }

    public CloudApiEmulatorOptions Options { get; }

    public EmulatedCatalog Catalog { get; }

    public EmulatedNumber MainNumber { get; }

    public EmulatedAccount MainAccount { get; }

    public EmulatedPermissions Permissions { get; } = new();

    /// <summary>Every WhatsApp Business account, by its id.</summary>
    public ConcurrentDictionary<string, EmulatedAccount> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Every number that messages can be sent from, by its id.</summary>
    public ConcurrentDictionary<string, EmulatedNumber> Numbers { get; } = new(StringComparer.Ordinal);

    public EmulatedFaults Faults { get; } = new();

    public CustomerBook Customers { get; }

    public MessageIds Ids { get; } = new();

    public WebhookBodies Bodies { get; }

    public WebhookSender Sender { get; }

    public History<RecordedRequest> Requests { get; }

    public History<RecordedDelivery> Deliveries { get; }
}
