namespace WhatsCommerce.Testing;

/// <summary>
/// A local Cloud API for tests and development: a real server on the loopback address that validates messages as Meta does, holds a
/// catalog, simulates customers, and delivers signed webhooks. No Meta account is needed.
/// </summary>
/// <remarks>
/// <code>
/// await using var cloud = await CloudApiEmulator.StartAsync();
/// cloud.Catalog.Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"));
/// services.AddWhatsCommerce(cloud.Configure);          // the app sends to the local Cloud API
/// await cloud.ConnectWebhookAsync(callback);           // and receives its webhooks
/// var pablo = cloud.Customer("+16505551234", name: "Pablo");
/// await pablo.SendTextAsync("Hi!");
/// var greeting = await pablo.NextMessageAsync();
/// </code>
/// Where Meta documents no behavior, the members say what the emulator does. Safe for use from several threads.
/// </remarks>
public sealed partial class CloudApiEmulator : IAsyncDisposable
{
    private readonly EmulatorParts _parts;
    private readonly ApiServer _server;
    private readonly StateKeeper? _state;
    private readonly Lazy<Task> _disposal;

    private CloudApiEmulator(EmulatorParts parts, ApiServer server, StateKeeper? state)
    {
        _parts = parts;
        _server = server;
        _state = state;
        _disposal = new(() => StopAsync(_parts, _server, _state));
    }

    /// <summary>Where the local Cloud API is: takes the place of <c>https://graph.facebook.com/</c>.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>Everything a client needs to send here. A new copy at each call.</summary>
    public WhatsCommerceOptions Options
    {
        get
        {
            WhatsCommerceOptions options = new();
            Configure(options);
            return options;
        }
    }

    /// <summary>
    /// Whether it loaded the state of an earlier run from <see cref="CloudApiEmulatorOptions.StateFolder"/>; otherwise it started empty.
    /// </summary>
    public bool IsRestored => _state is { IsRestored: true };

    /// <summary>The app secret with which deliveries are signed.</summary>
    public string AppSecret => _parts.Options.AppSecret;

    /// <summary>The token that the verification request carries.</summary>
    public string VerifyToken => _parts.Options.VerifyToken;

    /// <summary>The business phone number itself, as customers see it.</summary>
    public PhoneNumber PhoneNumber => _parts.Options.PhoneNumber;

    /// <summary>The number of the options, with its settings.</summary>
    public EmulatedNumber Number => _parts.Accounts.MainNumber;

    /// <summary>The catalog that is connected to the business account; empty at first.</summary>
    public EmulatedCatalog Catalog => _parts.Catalog;

    /// <summary>
    /// The catalog that is connected to the business account now; <see langword="null"/> when none is. Customers see no other.
    /// </summary>
    public EmulatedCatalog? ConnectedCatalog
    {
        get => _parts.Accounts.Main.Catalog;
        set => _parts.Accounts.Main.Catalog = value;
    }

    /// <summary>All catalogs of the business, also those that the app makes.</summary>
    public EmulatedCatalogs Catalogs => _parts.Catalogs;

    /// <summary>The review of catalog items: everything is approved, until the test says otherwise.</summary>
    public EmulatedReviews Reviews => _parts.Reviews;

    /// <summary>Payments of orders at a gateway (India).</summary>
    public EmulatedPayments Payments => _parts.Payments;

    /// <summary>What the feeds of catalogs find at their addresses.</summary>
    public EmulatedFeeds Feeds => _parts.Feeds;

    /// <summary>The message templates of the business account; none at first, and as long as there are none any name can be sent.</summary>
    public EmulatedTemplates Templates => _parts.Accounts.Main.Templates;

    /// <summary>The groups that the app created, the oldest first. A new list at each call.</summary>
    public IReadOnlyList<EmulatedGroup> Groups => _parts.Groups.All;

    /// <summary>What WhatsApp asked the endpoints of the app's flows: nothing, until the test tells.</summary>
    public EmulatedFlowMetrics FlowMetrics => _parts.FlowMetrics;

    /// <summary>The batches of items that the app uploads.</summary>
    public EmulatedBatches Batches => _parts.Batches;

    /// <summary>What goes wrong, to test an app for it; nothing at first.</summary>
    public EmulatedFaults Faults => _parts.Faults;

    /// <summary>What goes wrong with the webhooks; nothing at first.</summary>
    public EmulatedWebhookFaults WebhookFaults => _parts.WebhookFaults;

    /// <summary>The fields of webhooks that the app is subscribed to: all of them, until the test takes one away.</summary>
    public EmulatedWebhookFields WebhookFields => _parts.App.Fields;

    /// <summary>The id of the app; its own token is this id, <c>|</c> and <see cref="AppSecret"/>.</summary>
    public string AppId => _parts.App.Id;

    /// <summary>What the tokens are allowed to do: everything, until the test takes a permission away.</summary>
    public EmulatedPermissions Permissions => _parts.Permissions;

    /// <summary>
    /// All customers that the local Cloud API knows: those of the test, and those that the business wrote to. A new list at each call.
    /// </summary>
    public IReadOnlyList<EmulatedCustomer> Customers => _parts.Customers.All;

    /// <summary>How often each part has changed so far.</summary>
    public EmulatorRevisions Revisions => _parts.Changes.Current;

    /// <summary>The last requests that came in, with their verdicts; the oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _parts.Requests.Items;

    /// <summary>The last webhooks that went out or are to go, with every attempt; the oldest first.</summary>
    public IReadOnlyList<RecordedDelivery> Deliveries => _parts.Deliveries.Items;

    /// <summary>
    /// What the emulator has discarded so far, because a limit was reached or the state could not be stored: one notice per kind. Empty as
    /// long as nothing was lost. A new list at each call.
    /// </summary>
    public IReadOnlyList<EmulatorNotice> Notices => _parts.Notices.Items;

    /// <summary>Where webhooks are delivered; <see langword="null"/> while no callback is connected.</summary>
    public Uri? Callback => _parts.Sender.Callback;

    /// <summary>
    /// The last attempt to deliver a webhook to <see cref="Callback"/>, which shows whether the app is working.
    /// <see langword="null"/> when none was made since the callback was connected.
    /// </summary>
    public DeliveryAttempt? LastDeliveryAttempt => _parts.Sender.LastAttempt;

    internal EmulatorParts Parts => _parts;

    /// <summary>Starts a local Cloud API: on a free port of the loopback address, unless the options say otherwise.</summary>
    /// <param name="options">The options; the defaults suit tests. Later changes have no effect.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server; dispose of it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
    /// <exception cref="IOException">
    /// The port is in use, the address does not belong to this machine, or another emulator uses the state folder.
    /// </exception>
    /// <exception cref="InvalidDataException">
    /// The state folder contains a file that cannot be read; the message names it and says what to do.
    /// </exception>
    public static async Task<CloudApiEmulator> StartAsync(
        CloudApiEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        EmulatorParts parts = new((options ?? new()).Validated());
        StateKeeper? state = null;
        ApiServer? server = null;
        try
        {
            state = parts.Options.StateFolder is { } folder ? StateKeeper.Open(folder, parts.State, parts.Notices) : null;
            server = new(
                parts.Options,
                parts.Api(),
                parts.Faults,
                parts.Requests,
                parts.Traffic,
                parts.Sender.Quiet,
                state is null ? null : state.KeepAsync);
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
            parts.Media.BaseAddress = server.BaseAddress;
            state?.Start();
            return new(parts, server, state);
        }
        catch
        {
            await StopAsync(parts, server, state).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Fills in everything that a client needs to send here: <c>services.AddWhatsCommerce(cloud.Configure)</c>.</summary>
    /// <param name="options">The options of the client. Only address and account are set.</param>
    public void Configure(WhatsCommerceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.BaseAddress = BaseAddress;
        options.AccessToken = _parts.Options.AccessToken;
        options.AppSecret = _parts.Options.AppSecret;
        options.PhoneNumberId = _parts.Options.PhoneNumberId.Value;
        options.BusinessAccountId = _parts.Options.BusinessAccountId.Value;
        options.BusinessId = _parts.Options.BusinessId.Value;
        options.CatalogId = _parts.Options.CatalogId.Value;
    }

    /// <summary>
    /// Returns the settings of an app that uses this emulator as configuration, for
    /// <c>builder.Configuration.AddInMemoryCollection(...)</c>: those of the client, and below <c>Webhooks</c> those of its webhook
    /// endpoint.
    /// </summary>
    /// <param name="section">The section that the app passes to <c>AddWhatsCommerce</c>.</param>
    /// <returns>Keys and values.</returns>
    public IEnumerable<KeyValuePair<string, string?>> Configuration(string section = "WhatsCommerce") =>
    [
        new($"{section}:{nameof(WhatsCommerceOptions.BaseAddress)}", BaseAddress.ToString()),
        new($"{section}:{nameof(WhatsCommerceOptions.AccessToken)}", _parts.Options.AccessToken),
        new($"{section}:{nameof(WhatsCommerceOptions.AppSecret)}", _parts.Options.AppSecret),
        new($"{section}:{nameof(WhatsCommerceOptions.PhoneNumberId)}", _parts.Options.PhoneNumberId.Value),
        new($"{section}:{nameof(WhatsCommerceOptions.BusinessAccountId)}", _parts.Options.BusinessAccountId.Value),
        new($"{section}:{nameof(WhatsCommerceOptions.BusinessId)}", _parts.Options.BusinessId.Value),
        new($"{section}:{nameof(WhatsCommerceOptions.CatalogId)}", _parts.Options.CatalogId.Value),
        new($"{section}:Webhooks:AppSecrets:0", AppSecret),
        new($"{section}:Webhooks:VerifyToken", VerifyToken),
    ];

    /// <summary>Adds a number that messages can be sent from with a token of its own, as a tenant of a solution provider has it.</summary>
    /// <remarks>
    /// Statuses of its messages come from that number. What customers write goes to the number of the options. The token of one number is
    /// not valid for another.
    /// </remarks>
    /// <param name="phoneNumberId">The id of the number; digits.</param>
    /// <param name="phoneNumber">The number itself.</param>
    /// <param name="accessToken">The token that requests for it must contain.</param>
    /// <param name="businessAccountId">
    /// The WhatsApp Business account that the number belongs to: that of the options unless given. A new one begins without a catalog.
    /// </param>
    /// <returns>The account, for <c>IWhatsCommerceClientFactory.Create</c>.</returns>
    /// <exception cref="ArgumentException">The id or the number is absent, the token is blank, or the id is there already.</exception>
    public WhatsCommerceAccount AddAccount(
        PhoneNumberId phoneNumberId, PhoneNumber phoneNumber, string accessToken, BusinessAccountId businessAccountId = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessToken);
        if (!phoneNumber.HasValue)
        {
            throw new ArgumentException("The account needs a phone number.", nameof(phoneNumber));
        }

        EmulatedAccount account = businessAccountId.HasValue
            ? _parts.Accounts.GetOrOpen(businessAccountId)
            : _parts.Accounts.Main;
        if (!phoneNumberId.HasValue || !_parts.Accounts.TryAdd(new(phoneNumberId, phoneNumber, accessToken, account)))
        {
            throw new ArgumentException("The account needs the id of a number that is not there yet.", nameof(phoneNumberId));
        }

        return new WhatsCommerceAccount
        {
            PhoneNumberId = phoneNumberId,
            BusinessAccountId = account.Id,
            BusinessId = _parts.Options.BusinessId,
            CatalogId = account.Catalog?.Id ?? default,
            AccessToken = accessToken,
            AppSecret = _parts.Options.AppSecret,
        };
    }

    /// <summary>
    /// Simulates a business that completes embedded signup and shares a number. Returns the code that the signup page receives; the app
    /// exchanges it at <c>/oauth/access_token</c> for the token of the number, once.
    /// </summary>
    /// <param name="phoneNumberId">The number, of <see cref="AddAccount"/>; that of the options unless given.</param>
    /// <exception cref="ArgumentException">There is no such number.</exception>
    public string SignUp(PhoneNumberId phoneNumberId = default) => _parts.Signups.Issue(
        (phoneNumberId.HasValue ? _parts.Accounts.FindNumber(phoneNumberId.Value) : Number)?.Token
            ?? throw new ArgumentException($"There is no number {phoneNumberId}.", nameof(phoneNumberId)));

    /// <summary>A customer, to be played by the test. The same address gives the same customer.</summary>
    /// <param name="address">
    /// The phone number, such as <c>+16505551234</c>, or the business-scoped user id of one who hides the number.
    /// </param>
    /// <param name="name">The name in the customer's profile; unless given it stays as it is, "WhatsApp user" at first.</param>
    /// <exception cref="ArgumentException">The address is neither; the message says what is wrong with it.</exception>
    public EmulatedCustomer Customer(Recipient address, string? name = null) => _parts.Customers.Named(address, name);

    /// <summary>
    /// Verifies the callback, as Meta does (<c>hub.mode</c>, <c>hub.challenge</c>, <c>hub.verify_token</c>), and from then on
    /// delivers every webhook to it, signed, one by one and in order. Another call replaces the callback. Earlier events are not delivered.
    /// </summary>
    /// <param name="callback">The absolute address of the app's webhook endpoint; http is allowed.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <exception cref="WebhookVerificationException">The callback does not answer, or not with 200 and the challenge.</exception>
    public async Task ConnectWebhookAsync(Uri callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (!callback.IsAbsoluteUri || (callback.Scheme != Uri.UriSchemeHttp && callback.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The callback must be an absolute http or https address.", nameof(callback));
        }

        await _parts.Sender.VerifyAsync(callback, cancellationToken).ConfigureAwait(false);
        _parts.Sender.Callback = callback;
        _parts.Leftovers.Release(leftover => _parts.Sender.EnqueueAgain(
            leftover, _parts.Accounts.FindNumber(leftover.NumberId.Value) ?? _parts.Accounts.MainNumber));
        _parts.Untold.Deliver();
        _parts.Changes.Settings();
    }

    /// <summary>Delivers no more webhooks; those that are waiting are given up once their attempts fail.</summary>
    public void DisconnectWebhook()
    {
        _parts.Sender.Callback = null;
        _parts.Changes.Settings();
    }

    /// <summary>Expires all cursors of paged lists that were returned so far: requests with them are answered with error 131059.</summary>
    public void ExpireCursors() => _parts.Paging.ExpireCursors();

    /// <summary>
    /// Waits until nothing is in progress: all statuses of accepted messages were sent, and every webhook was accepted by the callback or
    /// given up (see <see cref="Deliveries"/>). This includes messages that the app sends from its handlers, if the handler sends them
    /// before it answers.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ObjectDisposedException">The emulator is stopped.</exception>
    public Task WhenDeliveredAsync(CancellationToken cancellationToken = default) => _parts.Sender.Quiet.WaitAsync(cancellationToken);

    /// <summary>
    /// Waits until all changes so far are stored in <see cref="CloudApiEmulatorOptions.StateFolder"/>; returns immediately if there is
    /// none. Requests to the API wait for it by themselves.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="ObjectDisposedException">The emulator is stopped.</exception>
    public Task SaveAsync(CancellationToken cancellationToken = default) =>
        _state?.KeepAsync().WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>
    /// Stops the server and all deliveries immediately; undelivered webhooks are given up. The last changes are stored in the state folder.
    /// May be called more than once.
    /// </summary>
    /// <exception cref="IOException">The state folder cannot be written to.</exception>
    public ValueTask DisposeAsync() => new(_disposal.Value);

    private static async Task StopAsync(EmulatorParts parts, ApiServer? server, StateKeeper? state)
    {
        if (server is not null)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        try
        {
            // Before the deliveries end, since it keeps those that are still to come.
            if (state is not null)
            {
                await state.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await parts.DisposeAsync().ConfigureAwait(false);
        }
    }
}
