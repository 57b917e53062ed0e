using System.Collections.Concurrent;
using WhatsCommerce.Testing.Api;
using WhatsCommerce.Testing.Delivery;

namespace WhatsCommerce.Testing;

/// <summary>What the parts of one emulator share.</summary>
internal sealed class EmulatorContext
{
    private long _lastId = 7_000_000_000_000_000;
    private int _cursorEpoch;
    private IReadOnlyList<PendingWebhook> _leftovers = [];

    public EmulatorContext(CloudApiEmulatorOptions options)
    {
        Options = options;
        Timers = new(options.TimeProvider);
        Faults = new(Changes);
        WebhookFaults = new(Changes);
        Reviews = new(this);
        Batches = new(this);
        Payments = new(this);
        Catalogs = new(this);
        Catalog = Catalogs.Enter(new(this, options.CatalogId, "Shop"));
        Traffic = new(Changes);
        Requests = new(options.HistoryLimit, options.HistoryByteLimit, static request => request.Size);
        Deliveries = new(options.HistoryLimit, options.HistoryByteLimit, static delivery => delivery.Size);
        Customers = new(this);
        MainAccount = new(options.BusinessAccountId, this) { Catalog = Catalog };
        Accounts.TryAdd(MainAccount.Id.Value!, MainAccount);
        MainNumber = new(options.PhoneNumberId, options.PhoneNumber, options.AccessToken, MainAccount);
        Numbers.TryAdd(MainNumber.Id.Value!, MainNumber);
        Bodies = new(options, MainNumber, Ids);
        Sender = new(options, WebhookFaults, Bodies, Deliveries, Traffic);
        Business = new(options.BusinessId);
        Media = new(this);
        Pace = new(options);
    }

    public CloudApiEmulatorOptions Options { get; }

    public EmulatedCatalog Catalog { get; }

    public EmulatedCatalogs Catalogs { get; }

    public EmulatedReviews Reviews { get; }

    public EmulatedBatches Batches { get; }

    public EmulatedBusiness Business { get; }

    public EmulatedFeeds Feeds { get; } = new();

    public EmulatedPayments Payments { get; }

    public MediaStore Media { get; }

    /// <summary>Webhooks that an earlier run could not deliver; they go out once a callback is connected.</summary>
    public IReadOnlyList<PendingWebhook> Leftovers
    {
        get => Volatile.Read(ref _leftovers);
        set => Volatile.Write(ref _leftovers, value);
    }

    /// <summary>Where the server is, once it runs.</summary>
    public Uri? BaseAddress { get; set; }

    public SendingPace Pace { get; }

    /// <summary>What Graph keeps beside accounts, catalogs, products and templates: sets, groups, feeds, uploads.</summary>
    public ConcurrentDictionary<long, object> Nodes { get; } = [];

    public EmulatedNumber MainNumber { get; }

    public EmulatedAccount MainAccount { get; }

    public EmulatedPermissions Permissions { get; } = new();

    /// <summary>Every WhatsApp Business account, by its id.</summary>
    public ConcurrentDictionary<string, EmulatedAccount> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Every number that messages can be sent from, by its id.</summary>
    public ConcurrentDictionary<string, EmulatedNumber> Numbers { get; } = new(StringComparer.Ordinal);

    public EmulatedFaults Faults { get; }

    /// <summary>What happens by itself.</summary>
    public EmulatorTimers Timers { get; }

    /// <summary>What has changed, and who waits for it.</summary>
    public EmulatorChanges Changes { get; } = new();

    public EmulatedWebhookFaults WebhookFaults { get; }

    public CustomerBook Customers { get; }

    public MessageIds Ids { get; } = new();

    public WebhookBodies Bodies { get; }

    public WebhookSender Sender { get; }

    public History<RecordedRequest> Requests { get; }

    public History<RecordedDelivery> Deliveries { get; }

    /// <summary>Numbers requests and webhooks, and marks when one of them changes.</summary>
    public TrafficLog Traffic { get; }

    /// <summary>Takes the leftovers, so that two callbacks that connect at once do not both get them.</summary>
    public IReadOnlyList<PendingWebhook> TakeLeftovers() => Interlocked.Exchange(ref _leftovers, []);

    /// <summary>Those of one kind for which something holds, in the order in which they were made.</summary>
    public T[] NodesOf<T>(Func<T, bool> holds)
    {
        return [.. Nodes.OrderBy(node => node.Key).Select(node => node.Value).OfType<T>().Where(holds)];
    }

    /// <summary>Cursors of an earlier epoch have expired.</summary>
    public int CursorEpoch => Volatile.Read(ref _cursorEpoch);

    public void ExpireCursors() => Interlocked.Increment(ref _cursorEpoch);

    /// <summary>The last id that was given out.</summary>
    public long LastId
    {
        get => Interlocked.Read(ref _lastId);
        set => Interlocked.Exchange(ref _lastId, value);
    }

    /// <summary>An id for something that Graph keeps: each larger than those before.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);
}

/// <summary>The business portfolio that owns accounts and catalogs.</summary>
internal sealed record EmulatedBusiness(string Id);
