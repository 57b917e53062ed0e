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
/// Where Meta does not document a behavior, the members document what the emulator does. Thread-safe.
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

    /// <summary>Gets the base address of the local Cloud API, which replaces <c>https://graph.facebook.com/</c>.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>Gets client options for this emulator. Each call returns a new copy.</summary>
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
    /// Gets a value indicating whether the state of an earlier run was loaded from <see cref="CloudApiEmulatorOptions.StateFolder"/>;
    /// otherwise the emulator started empty.
    /// </summary>
    public bool IsRestored => _state is { IsRestored: true };

    /// <summary>Gets the app secret that webhooks are signed with.</summary>
    public string AppSecret => _parts.Options.AppSecret;

    /// <summary>Gets the verify token of the webhook verification request.</summary>
    public string VerifyToken => _parts.Options.VerifyToken;

    /// <summary>Gets the business phone number that customers see.</summary>
    public PhoneNumber PhoneNumber => _parts.Options.PhoneNumber;

    /// <summary>Gets the business phone number of the options, with its settings.</summary>
    public EmulatedNumber Number => _parts.Accounts.MainNumber;

    /// <summary>Gets the catalog of the options, which is initially empty and connected to the business account.</summary>
    public EmulatedCatalog Catalog => _parts.Catalog;

    /// <summary>
    /// Gets the catalog that is currently connected to the business account, the only one that customers see; <see langword="null"/> when
    /// there is none.
    /// </summary>
    public EmulatedCatalog? ConnectedCatalog
    {
        get => _parts.Accounts.Main.Catalog;
        set => _parts.Accounts.Main.Catalog = value;
    }

    /// <summary>Gets all catalogs of the business, including those that the app creates.</summary>
    public EmulatedCatalogs Catalogs => _parts.Catalogs;

    /// <summary>Gets the review of catalog items; by default every item is approved.</summary>
    public EmulatedReviews Reviews => _parts.Reviews;

    /// <summary>Gets the payments of orders through a gateway (India).</summary>
    public EmulatedPayments Payments => _parts.Payments;

    /// <summary>Gets the content that catalog feeds download from their URLs.</summary>
    public EmulatedFeeds Feeds => _parts.Feeds;

    /// <summary>
    /// Gets the message templates of the business account. Initially there are none, and until there is one, templates with any name can be
    /// sent.
    /// </summary>
    public EmulatedTemplates Templates => _parts.Accounts.Main.Templates;

    /// <summary>Gets the groups that the app created, oldest first. Each call returns a new list.</summary>
    public IReadOnlyList<EmulatedGroup> Groups => _parts.Groups.All;

    /// <summary>Gets the metrics of requests to the endpoints of the app's flows; empty until the test adds some.</summary>
    public EmulatedFlowMetrics FlowMetrics => _parts.FlowMetrics;

    /// <summary>Gets the batches of catalog items that the app uploads.</summary>
    public EmulatedBatches Batches => _parts.Batches;

    /// <summary>Gets the faults of the API, for testing error handling; initially none.</summary>
    public EmulatedFaults Faults => _parts.Faults;

    /// <summary>Gets the faults of webhook delivery; initially none.</summary>
    public EmulatedWebhookFaults WebhookFaults => _parts.WebhookFaults;

    /// <summary>Gets the webhook fields that the app is subscribed to; initially all of them.</summary>
    public EmulatedWebhookFields WebhookFields => _parts.App.Fields;

    /// <summary>Gets the id of the app; the app access token is this id, <c>|</c> and <see cref="AppSecret"/>.</summary>
    public string AppId => _parts.App.Id;

    /// <summary>Gets the permissions of the access tokens; initially all of them.</summary>
    public EmulatedPermissions Permissions => _parts.Permissions;

    /// <summary>
    /// Gets all known customers: those of the test, and those that the business wrote to. Each call returns a new list.
    /// </summary>
    public IReadOnlyList<EmulatedCustomer> Customers => _parts.Customers.All;

    /// <summary>Gets the number of changes of each part so far.</summary>
    public EmulatorRevisions Revisions => _parts.Changes.Current;

    /// <summary>Gets the most recent requests with their results, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _parts.Requests.Items;

    /// <summary>Gets the most recent webhooks, sent or pending, with every delivery attempt, oldest first.</summary>
    public IReadOnlyList<RecordedDelivery> Deliveries => _parts.Deliveries.Items;

    /// <summary>
    /// Gets what the emulator has discarded because a limit was reached or the state could not be stored: one notice per kind, empty if
    /// nothing was lost. Each call returns a new list.
    /// </summary>
    public IReadOnlyList<EmulatorNotice> Notices => _parts.Notices.Items;

    /// <summary>Gets the URL that webhooks are delivered to; <see langword="null"/> while no callback is connected.</summary>
    public Uri? Callback => _parts.Sender.Callback;

    /// <summary>
    /// Gets the last attempt to deliver a webhook to <see cref="Callback"/>, which shows whether the app is working; <see langword="null"/>
    /// when there was none since the callback was connected.
    /// </summary>
    public DeliveryAttempt? LastDeliveryAttempt => _parts.Sender.LastAttempt;

    internal EmulatorParts Parts => _parts;

    /// <summary>Starts a local Cloud API, by default on a free port of the loopback address.</summary>
    /// <param name="options">The options; the defaults suit tests. Later changes have no effect.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running server; dispose of it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
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

    /// <summary>Configures a client to use this emulator: <c>services.AddWhatsCommerce(cloud.Configure)</c>.</summary>
    /// <param name="options">The options of the client. Only the address and the account are set.</param>
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

    /// <summary>Adds a business phone number with its own access token, like that of a tenant of a solution provider.</summary>
    /// <remarks>
    /// Webhooks with statuses of its messages contain that number. Customers' messages are sent to the number of the options. The token of
    /// one number is not valid for another.
    /// </remarks>
    /// <param name="phoneNumberId">The id of the number; digits.</param>
    /// <param name="phoneNumber">The number itself.</param>
    /// <param name="accessToken">The token that requests for it must contain.</param>
    /// <param name="businessAccountId">
    /// The WhatsApp Business account that the number belongs to: that of the options unless specified. A new account has no catalog.
    /// </param>
    /// <returns>The account, for <c>IWhatsCommerceClientFactory.Create</c>.</returns>
    /// <exception cref="ArgumentException">The id or the number is absent, the token is blank, or the id already exists.</exception>
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
            throw new ArgumentException("The account needs a phone number id that does not exist yet.", nameof(phoneNumberId));
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
    /// <param name="phoneNumberId">A number that was added with <see cref="AddAccount"/>; that of the options unless specified.</param>
    /// <exception cref="ArgumentException">The number does not exist.</exception>
    public string SignUp(PhoneNumberId phoneNumberId = default) => _parts.Signups.Issue(
        (phoneNumberId.HasValue ? _parts.Accounts.FindNumber(phoneNumberId.Value) : Number)?.Token
            ?? throw new ArgumentException($"There is no number {phoneNumberId}.", nameof(phoneNumberId)));

    /// <summary>Returns a customer that the test controls. The same address always returns the same customer.</summary>
    /// <param name="address">
    /// The phone number, such as <c>+16505551234</c>, or the business-scoped user id of a customer who hides the number.
    /// </param>
    /// <param name="name">The name in the customer's profile; unless specified it is not changed; initially "WhatsApp user".</param>
    /// <exception cref="ArgumentException">The address is neither a phone number nor a user id; the message says why.</exception>
    public EmulatedCustomer Customer(Recipient address, string? name = null) => _parts.Customers.Named(address, name);

    /// <summary>
    /// Verifies the callback as Meta does (<c>hub.mode</c>, <c>hub.challenge</c>, <c>hub.verify_token</c>), and then delivers every new
    /// webhook to it, signed, one at a time and in order. Another call replaces the callback. Earlier events are not delivered.
    /// </summary>
    /// <param name="callback">The absolute address of the app's webhook endpoint; http is allowed.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    /// <exception cref="WebhookVerificationException">The callback does not respond with 200 and the challenge.</exception>
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

    /// <summary>Stops delivering webhooks; waiting ones are given up once their attempts fail.</summary>
    public void DisconnectWebhook()
    {
        _parts.Sender.Callback = null;
        _parts.Changes.Settings();
    }

    /// <summary>Expires all cursors of paged lists that were returned so far: requests with them fail with error 131059.</summary>
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
            // Stored before the deliveries end, because the state includes pending webhooks.
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
