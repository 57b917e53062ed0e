namespace WhatsCommerce.Testing;

/// <summary>
/// A customer with a phone, controlled by the test: writes, asks, orders and reads. Created by <see cref="CloudApiEmulator.Customer"/>.
/// </summary>
/// <remarks>
/// What a customer sends is delivered to the connected callback as a signed webhook, and each of these methods completes when the callback
/// has accepted it, or when it was given up (see <see cref="CloudApiEmulator.Deliveries"/>). Do not await them inside the callback itself,
/// because webhooks are delivered one by one. Without a callback nothing is delivered. Thread-safe.
/// </remarks>
public sealed partial class EmulatedCustomer
{
    // Ends hanging tests: even on a busy machine an app answers within seconds, and a test whose message never arrives should not wait for
    // minutes.
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly CloudApiEmulatorOptions _options;
    private readonly EmulatorChanges _changes;
    private readonly CustomerBook _book;
    private readonly CustomerOutbox _outbox;
    private readonly Shop _shop;
    private readonly Inbox<ReceivedMessage> _inbox;
    private readonly Inbox<EmulatedCall> _callInbox;
    private DateTimeOffset? _lastWrote;
    private volatile EmulatedDevice[] _devices;
    private volatile string _name;
    private volatile CustomerApp _app = CustomerApp.Current;
    private volatile bool _readsAutomatically = true;
    private volatile bool _hidesPhoneNumber;

    // Called by <see cref="CustomerBook"/>.
    internal EmulatedCustomer(
        PhoneNumber phoneNumber,
        BusinessScopedUserId userId,
        string name,
        CloudApiEmulatorOptions options,
        EmulatorChanges changes,
        CustomerBook book,
        CustomerOutbox outbox,
        Shop shop,
        Inbox<ReceivedMessage> inbox,
        Inbox<EmulatedCall> callInbox)
    {
        _options = options;
        _changes = changes;
        _book = book;
        _outbox = outbox;
        _shop = shop;
        _inbox = inbox;
        _callInbox = callInbox;
        _devices = [new(shop, this, "Phone")];
        _name = name;
        _owner = options.ConversationRole;
        _hidesPhoneNumber = options.CustomersHidePhoneNumbers;
        PhoneNumber = phoneNumber;
        UserId = userId;
        if (options.CustomersStartInsideWindow)
        {
            _lastWrote = options.TimeProvider.GetUtcNow();
        }
    }

    /// <summary>The name in the customer's profile.</summary>
    public string Name
    {
        get => _name;
        internal set => _name = value;
    }

    /// <summary>The customer's phone number; absent for a customer who is known only by user id.</summary>
    public PhoneNumber PhoneNumber { get; }

    /// <summary>The business-scoped user id of the customer, with or without a phone number.</summary>
    public BusinessScopedUserId UserId { get; }

    /// <summary>The recipient for messages of the business: the phone number, or the user id of a customer who hides it.</summary>
    public Recipient Address => ShowsPhoneNumber ? PhoneNumber : UserId;

    /// <summary>
    /// Whether the customer has the chat open, so that every message is read as soon as it is delivered; <see langword="true"/> unless
    /// set. Otherwise <see cref="ReadAsync"/> reads them.
    /// </summary>
    public bool ReadsAutomatically
    {
        get => _readsAutomatically;
        set
        {
            _readsAutomatically = value;
            _changes.Customers();
        }
    }

    /// <summary>
    /// Whether webhooks identify the customer only by user id, as for customers with a user name;
    /// <see cref="CloudApiEmulatorOptions.CustomersHidePhoneNumbers"/> unless set. The business can still write to the phone number if it
    /// knows it.
    /// </summary>
    public bool HidesPhoneNumber
    {
        get => _hidesPhoneNumber;
        set
        {
            _hidesPhoneNumber = value;
            _changes.Customers();
        }
    }

    /// <summary>
    /// The app on the customer's phone; a current one unless set. With an app that is too old, product messages fail with 131026, and the
    /// customer is asked to update.
    /// </summary>
    public CustomerApp App
    {
        get => _app;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _app = value;
            _changes.Customers();
        }
    }

    /// <summary>The customer's devices; the first is the phone, which the methods of the customer use.</summary>
    public IReadOnlyList<EmulatedDevice> Devices => _devices;

    /// <summary>Whether the business may send free-form messages: the customer has written within the last 24 hours.</summary>
    public bool IsInsideWindow
    {
        get
        {
            lock (_gate)
            {
                return CustomerServiceWindow.IsOpen(_lastWrote, _options.TimeProvider.GetUtcNow());
            }
        }
    }

    internal bool ShowsPhoneNumber => PhoneNumber.HasValue && !HidesPhoneNumber;

    internal DateTimeOffset? LastWrote
    {
        get
        {
            lock (_gate)
            {
                return _lastWrote;
            }
        }

        set
        {
            lock (_gate)
            {
                _lastWrote = value;
            }
        }
    }

    private EmulatedDevice Phone => _devices[0];

    /// <summary>Links another device, which shows the same chat and has its own cart.</summary>
    /// <param name="name">The name, such as "Tablet".</param>
    /// <exception cref="ArgumentException">The name is blank or already in use.</exception>
    public EmulatedDevice AddDevice(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_gate)
        {
            if (Array.Exists(_devices, device => device.Name == name))
            {
                throw new ArgumentException($"The customer has a device called '{name}' already.", nameof(name));
            }

            EmulatedDevice added = new(_shop, this, name);
            _devices = [.. _devices, added];
            _changes.Customers();
            return added;
        }
    }

    /// <summary>Waits for the next message of the business: the oldest that this method has not returned yet.</summary>
    /// <param name="timeout">How long to wait, on the real clock; 30 seconds unless specified.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message.</returns>
    /// <exception cref="TimeoutException">No message arrived in time; the exception says what the emulator last received.</exception>
    public Task<ReceivedMessage> NextMessageAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _inbox.NextAsync(timeout ?? DefaultPatience, cancellationToken);

    /// <summary>Waits for the next message of the business, which must be of the specified kind.</summary>
    /// <param name="kind">The kind that is expected, such as <c>interactive.product_list</c>; see <see cref="ChatEntry.Kind"/>.</param>
    /// <param name="timeout">How long to wait, on the real clock; 30 seconds unless specified.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The message.</returns>
    /// <exception cref="EmulatorAssertionException">
    /// The next message is of another kind; the exception contains its kind, text and products.
    /// </exception>
    /// <exception cref="TimeoutException">No message arrived in time; the exception says what the emulator last received.</exception>
    public async Task<ReceivedMessage> NextMessageAsync(
        string kind, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ReceivedMessage message = await NextMessageAsync(timeout, cancellationToken).ConfigureAwait(false);
        return message.Kind == kind
            ? message
            : throw new EmulatorAssertionException($"The next message should be of kind {kind}, but is {Describe(message)}");
    }

    /// <summary>
    /// Asserts that there is no message that <see cref="NextMessageAsync(TimeSpan?, CancellationToken)"/> has not returned yet; see
    /// <see cref="CloudApiEmulator.WhenDeliveredAsync"/>.
    /// </summary>
    /// <exception cref="EmulatorAssertionException">There is one; the exception contains its kind, text and products.</exception>
    public void AssertNoMessage()
    {
        if (_inbox.Peek() is { } message)
        {
            throw new EmulatorAssertionException($"No further message was expected, but there is {Describe(message)}");
        }
    }

    /// <summary>Opens the product page of an item. The customer's phone claims its current price in the next cart.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <returns>The item as the customer sees it.</returns>
    /// <exception cref="ArgumentException">The catalog does not contain the item.</exception>
    /// <exception cref="InvalidOperationException">No catalog is connected, or it is hidden.</exception>
    public EmulatedCatalogItem LookAt(RetailerId retailerId) => Phone.Open(retailerId).Item;

    /// <summary>Closes the 24-hour window: until the customer writes again, the business may send only templates (error 131047).</summary>
    public void CloseWindow()
    {
        LastWrote = null;
        _changes.Customers();
    }

    /// <summary>Returns the masked address, without the name.</summary>
    public override string ToString() => $"Customer {Address}";

    // Describes a message without its JSON, which contains the customer's number.
    private static string Describe(ReceivedMessage message)
    {
        string products = message.Products.Count > 0 ? $" with {string.Join(", ", message.Products)}" : "";
        return $"a {message.Kind}{products}: \"{message.Text}\" ({message.Id})";
    }

    /// <summary>Notifies watchers of a change of the customer's carts.</summary>
    internal void Changed() => _changes.Chats();
}
