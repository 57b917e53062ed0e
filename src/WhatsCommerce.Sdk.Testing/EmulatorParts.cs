namespace WhatsCommerce.Testing;

/// <summary>
/// The composition root of an emulator: creates all parts and passes their dependencies to their constructors; no part depends on this
/// class.
/// </summary>
internal sealed class EmulatorParts
{
    private readonly IdSequence _ids = new();
    private readonly MessageIds _messageIds = new();
    private readonly WebhookBodies _bodies;
    private readonly GroupWebhooks _groupWebhooks;
    private readonly CreditBook _credits;
    private readonly FlowBook _flows;
    private readonly SentLog _log = new();
    private readonly Entries<ProductSetEntry> _sets = new(static set => set.Number);
    private readonly Entries<FeedEntry> _feeds = new(static feed => feed.Number);
    private readonly Entries<FeedUpload> _uploads = new(static upload => upload.Number);

    private readonly UploadSessions _sessions;

    public EmulatorParts(CloudApiEmulatorOptions options)
    {
        _sessions = new(options, _ids);
        Options = options;
        Timers = new(options.TimeProvider);
        Faults = new(Changes);
        WebhookFaults = new(Changes);
        Payments = new(options, _ids);
        Notices = new(options.TimeProvider, Changes);
        Media = new(options, _ids, Notices);

        Reviews = new(options, Changes);
        Batches = new(options, _ids);
        Catalogs = new(new(options, _ids, Changes, Timers, Reviews, Batches));
        Catalog = Catalogs.Enter(options.CatalogId, "Shop");
        Accounts = new(options, OpenAccount);
        Accounts.Main.Catalog = Catalog;

        Traffic = new(Changes);
        Requests = new(options.HistoryLimit, options.HistoryByteLimit, static request => request.Size, _ => TellForgotten());
        Deliveries = new(options.HistoryLimit, options.HistoryByteLimit, static delivery => delivery.Size, _ => TellForgotten());
        _bodies = new(options.TimeProvider, _messageIds);
        App = new(options);
        Sender = new(options, App.Fields, WebhookFaults, _bodies, Deliveries, Traffic, Notices);

        CustomerWebhooks webhooks = new(options, Accounts.MainNumber, _bodies);
        Calls = new(options, Timers);
        CustomerOutbox outbox = new(
            options.TimeProvider,
            Accounts.MainNumber,
            _messageIds,
            webhooks,
            Sender,
            Media,
            Payments,
            Calls,
            new(webhooks, _bodies));
        Customers = new(options, Changes, Notices, outbox, new(Accounts.MainNumber, Catalog), WhyNoMessageComes);
        Pace = new(options);
        _groupWebhooks = new(options, Sender, _messageIds);
        Groups = new(_groupWebhooks, Changes, _ids);
        _credits = new(_ids);
        _flows = new(_ids);
        FlowMetrics = new(_flows, options.TimeProvider);
    }

    public CloudApiEmulatorOptions Options { get; }

    /// <summary>Change notifications.</summary>
    public EmulatorChanges Changes { get; } = new();

    /// <summary>Scheduled actions.</summary>
    public EmulatorTimers Timers { get; }

    /// <summary>Notices about discarded data.</summary>
    public EmulatorNotices Notices { get; }

    public EmulatedAccounts Accounts { get; }
    public EmulatedPermissions Permissions { get; } = new();
    public EmulatedApp App { get; }

    /// <summary>The catalog of the options.</summary>
    public EmulatedCatalog Catalog { get; }

    public EmulatedCatalogs Catalogs { get; }
    public EmulatedReviews Reviews { get; }
    public EmulatedBatches Batches { get; }
    public EmulatedFeeds Feeds { get; } = new();
    public EmulatedPayments Payments { get; }
    public CallBook Calls { get; }
    public MediaStore Media { get; }
    public CustomerBook Customers { get; }
    public EmulatedFaults Faults { get; }
    public EmulatedWebhookFaults WebhookFaults { get; }
    public WebhookSender Sender { get; }

    /// <summary>Webhooks that an earlier run could not deliver; they go out once a callback is connected.</summary>
    public Leftovers Leftovers { get; } = new();

    /// <summary>Messages of an earlier run whose statuses were not sent.</summary>
    public UntoldMessages Untold { get; } = new();

    public TrafficLog Traffic { get; }
    public History<RecordedRequest> Requests { get; }
    public History<RecordedDelivery> Deliveries { get; }
    public SendingPace Pace { get; }
    public GroupBook Groups { get; }
    public EmulatedFlowMetrics FlowMetrics { get; }

    /// <summary>The codes of embedded signup.</summary>
    public SignupCodes Signups { get; } = new();

    public Paging Paging { get; } = new();

    /// <summary>Creates the API over these parts.</summary>
    public CloudApi Api()
    {
        MediaEndpoints media = new(Media);
        ProductEndpoints products = new(Options, _ids, Paging);
        AnalyticsEndpoints analytics = new(_log, Calls, Options.TimeProvider);
        NumberEndpoints numbers = new(Options, Accounts, Sender, Timers, analytics, Paging);
        OnboardingEndpoints onboarding = new(Options, Accounts, Signups, _credits, numbers, Paging);
        EndpointTable endpoints = new(
            new(Options, Customers, Payments, Pace, _messageIds, Sender, _bodies, Groups, _log, _flows),
            media,
            new(_sessions),
            new(Options.BusinessId.Value!, Catalogs, Accounts, _feeds, Paging),
            products,
            new(Batches),
            new(_ids, _sets, products, Paging),
            new(Options, _ids, Feeds, _feeds, _uploads, Batches, Paging),
            new(Options, Paging),
            numbers,
            new(Customers, Paging),
            new(Payments, _ids),
            new(Customers),
            new(Customers, Calls, Options.TimeProvider, Sender, _bodies),
            new(Paging),
            new(Groups, _groupWebhooks, Paging),
            onboarding,
            new(Options, _log, _ids, Paging),
            analytics,
            new(Groups, Options.TimeProvider),
            new(Options, Accounts, _flows, new(FlowMetrics, Options.TimeProvider), Paging),
            new(Sender, new WhatsCommerceOptions().GraphVersion));
        GraphNodes nodes = new(
            new(Options.BusinessId.Value!), Accounts, Catalogs, Media, _sets, _feeds, _uploads, _sessions, Groups, _credits, _flows, App);
        return new(Accounts, Permissions, nodes, endpoints, media, onboarding, App);
    }

    /// <summary>The state that survives a restart.</summary>
    public EmulatorState State(StateFolder folder) => new(
        Options,
        _ids,
        new(Catalogs, Reviews, Accounts),
        new(_sets, _feeds, Catalogs),
        new(Accounts.Main.Templates),
        new(Accounts, Catalogs),
        new(Media, Accounts, folder),
        new(Customers, new(Accounts), Accounts, Untold, Options.ConversationRole),
        new(Leftovers, Sender),
        new(Batches, Catalogs),
        new(Payments),
        new(Groups, Accounts),
        new(_flows, Accounts));

    public async ValueTask DisposeAsync()
    {
        Timers.Dispose();
        await Sender.DisposeAsync().ConfigureAwait(false);
    }

    private EmulatedAccount OpenAccount(BusinessAccountId id)
    {
        EmulatedTemplates templates = new(Options, _ids, Changes, Timers);
        EmulatedAccount account = new(id, Changes, templates);
        templates.Decided += (template, reason) =>
        {
            // Webhooks need a number, so there are none for an account without one.
            if (Accounts.NumbersOf(account).FirstOrDefault() is { } number)
            {
                _ = Sender.Enqueue(
                    "template " + template.Status.ToLowerInvariant(),
                    WebhookBodies.TemplateStatus(number, template, reason, Options.TimeProvider.GetUtcNow()));
            }
        };
        return account;
    }

    private void TellForgotten() => Notices.Tell(
        "traffic",
        "The oldest requests and webhooks of the traffic are forgotten: HistoryLimit and HistoryByteLimit say how many are remembered.");

    private string WhyNoMessageComes()
    {
        string requests = Requests.Items is [.., var request]
            ? $" The last request was: {request}."
            : " No request has reached the local Cloud API: does the app use its BaseAddress?";
        return requests + (Sender.Callback is null ? " No callback is connected: call ConnectWebhookAsync once the app runs."
            : Deliveries.Items is [.., var delivery] ? $" The last webhook was: {delivery}."
            : " No webhook has been delivered.");
    }
}
