using System.Globalization;
using System.Text.Json;
using WhatsCommerce.Testing.Delivery;

namespace WhatsCommerce.Testing;

/// <summary>A customer with a phone, played by the test: writes, asks, orders and reads. Made by <see cref="CloudApiEmulator.Customer"/>.</summary>
/// <remarks>
/// What a customer sends is delivered to the connected callback as a signed webhook, and each of these methods ends when the callback has
/// taken it, or when it was given up (see <see cref="CloudApiEmulator.Deliveries"/>). Do not await them inside the callback itself:
/// webhooks are delivered one by one. Without a callback nothing is delivered. Safe for use from several threads.
/// </remarks>
public sealed class EmulatedCustomer
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly EmulatorContext _context;
    private readonly List<ReceivedMessage> _received = [];
    private readonly Inbox _inbox;
    private readonly Cart _cart;
    private DateTimeOffset? _lastWrote;
    private volatile string _name;
    private volatile bool _readsAutomatically = true;

    internal EmulatedCustomer(EmulatorContext context, PhoneNumber phoneNumber, BusinessScopedUserId userId, string name)
    {
        _context = context;
        _inbox = new(context);
        _cart = new(context.Catalog);
        _name = name;
        PhoneNumber = phoneNumber;
        UserId = userId;
        if (context.Options.CustomersStartInsideWindow)
        {
            _lastWrote = context.Options.TimeProvider.GetUtcNow();
        }
    }

    /// <summary>The name in the customer's profile.</summary>
    public string Name
    {
        get => _name;
        internal set => _name = value;
    }

    /// <summary>The customer's phone number; absent for one who is known by a user id only.</summary>
    public PhoneNumber PhoneNumber { get; }

    /// <summary>The id under which the business knows the customer, with or without a phone number.</summary>
    public BusinessScopedUserId UserId { get; }

    /// <summary>Where the business writes to: the phone number, or the user id of a customer who hides it.</summary>
    public Recipient Address => PhoneNumber.HasValue ? PhoneNumber : UserId;

    /// <summary>
    /// Whether the customer has the chat open, so that every message is read as soon as it is delivered; <see langword="true"/> unless
    /// set. Otherwise <see cref="ReadAsync"/> reads them.
    /// </summary>
    public bool ReadsAutomatically
    {
        get => _readsAutomatically;
        set => _readsAutomatically = value;
    }

    /// <summary>The messages that the business sent to this customer, the oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> Received
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    internal bool IsInsideWindow
    {
        get
        {
            lock (_gate)
            {
                return _lastWrote is { } last && _context.Options.TimeProvider.GetUtcNow() - last < Window;
            }
        }
    }

    /// <summary>Waits for the next message of the business: the oldest that this method has not returned yet.</summary>
    /// <param name="timeout">How long to wait, on the real clock; 10 seconds unless given.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The message.</returns>
    /// <exception cref="TimeoutException">None came in time; the message tells what the local Cloud API saw last.</exception>
    public Task<ReceivedMessage> NextMessageAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        _inbox.NextAsync(timeout ?? TimeSpan.FromSeconds(10), cancellationToken);

    /// <summary>Writes a text to the business. Opens the 24-hour window, as everything does that a customer sends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback; the text is delivered all the same.</param>
    /// <returns>The id of the customer's message.</returns>
    public Task<MessageId> SendTextAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return SendAsync("text", WriteBody(text), context: null, cancellationToken);
    }

    /// <summary>Answers a message of the business by quoting it.</summary>
    /// <param name="message">The id of the message that is quoted; one of <see cref="Received"/>.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback; the text is delivered all the same.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentException">The customer has no such message.</exception>
    public Task<MessageId> ReplyToAsync(MessageId message, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Received.Any(received => received.Id == message)
            ? SendAsync("text", WriteBody(text), context => context.WriteString("id", message.Value), cancellationToken)
            : throw new ArgumentException($"The customer has received no message '{message}'.", nameof(message));
    }

    /// <summary>Asks about an item: "Message business" on its product page. The webhook names the item in <c>context.referred_product</c>.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="text">The question.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback; the question is delivered all the same.</param>
    /// <returns>The id of the customer's message.</returns>
    /// <exception cref="ArgumentException">The catalog holds no such item.</exception>
    public Task<MessageId> AskAboutAsync(RetailerId retailerId, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        LookAt(retailerId);
        return SendAsync(
            "text",
            WriteBody(text),
            context =>
            {
                context.WriteString("id", MessageIds.ProductInquiry.Value);
                context.WriteStartObject("referred_product");
                context.WriteString("catalog_id", _context.Catalog.Id.Value);
                context.WriteString("product_retailer_id", retailerId.Value);
                context.WriteEndObject();
            },
            cancellationToken);
    }

    /// <summary>Opens the product page of an item. Its price of now is what the customer's device claims in the next cart.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <returns>The item as the customer sees it.</returns>
    /// <exception cref="ArgumentException">The catalog holds no such item.</exception>
    public EmulatedCatalogItem LookAt(RetailerId retailerId) => _cart.LookAt(retailerId);

    /// <summary>
    /// Sends a cart; the business receives an order message. Each line claims a price: the one given, or that which the catalog had when
    /// the customer looked at the item, or has now. The business must not trust it.
    /// </summary>
    /// <param name="items">The lines of the cart, at least one: <c>[("apple-1kg", 2), "banana-1kg"]</c>.</param>
    /// <param name="note">The words the customer adds.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback; the cart is delivered all the same.</param>
    /// <returns>The id of the customer's message, by which the business knows the order.</returns>
    /// <exception cref="ArgumentException">
    /// The cart is empty or names an item twice, or an item that the customer can neither have seen nor see now and that has no claimed price.
    /// </exception>
    public Task<MessageId> SendCartAsync(IEnumerable<CartItem> items, string? note = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        IReadOnlyList<CartLine> lines = _cart.Send([.. items]);
        return SendAsync(
            "order",
            order =>
            {
                order.WriteString("catalog_id", _context.Catalog.Id.Value);
                order.WriteString("text", MetaJson.WellFormed(note ?? ""));
                order.WriteStartArray("product_items");
                foreach (CartLine line in lines)
                {
                    order.WriteStartObject();
                    order.WriteString("product_retailer_id", line.RetailerId.Value);
                    order.WriteNumber("quantity", line.Quantity);

                    // 30, not 30.00: the shortest number, as Meta writes it.
                    order.WritePropertyName("item_price");
                    order.WriteRawValue(line.Price.Amount.ToString("0.############################", CultureInfo.InvariantCulture));
                    order.WriteString("currency", line.Price.Currency.Code);
                    order.WriteEndObject();
                }

                order.WriteEndArray();
            },
            context: null,
            cancellationToken);
    }

    /// <summary>Opens the chat: every message delivered and not yet read is read now, and its status told.</summary>
    /// <param name="cancellationToken">Ends the waiting for the callback.</param>
    /// <returns>A task that ends when the callback has taken the statuses, or they were given up.</returns>
    public Task ReadAsync(CancellationToken cancellationToken = default)
    {
        List<Task> told = [];
        lock (_gate)
        {
            foreach (ReceivedMessage message in _received)
            {
                if (message.Statuses.Contains("delivered"))
                {
                    Tell(message, "read", told);
                }
            }
        }

        return Task.WhenAll(told).WaitAsync(cancellationToken);
    }

    /// <summary>Closes the 24-hour window: until the customer writes again, the business may send templates only (error 131047).</summary>
    public void CloseWindow()
    {
        lock (_gate)
        {
            _lastWrote = null;
        }
    }

    /// <summary>The masked address; the name stays out of it.</summary>
    public override string ToString() => $"Customer {Address}";

    // The cloud has it: it shows in Received before the business gets its answer.
    internal void Accept(ReceivedMessage message)
    {
        lock (_gate)
        {
            _received.Add(message);
        }
    }

    // The business has its answer: the phone gets the message, and the statuses go out.
    internal void Deliver(ReceivedMessage message)
    {
        lock (_gate)
        {
            Tell(message, "sent");
            Tell(message, "delivered");
            if (ReadsAutomatically)
            {
                Tell(message, "read");
            }
        }

        _inbox.Put(message);
    }

    internal void Fail(ReceivedMessage message, MetaError error)
    {
        lock (_gate)
        {
            if (message.Reach("failed"))
            {
                _ = _context.Sender.Enqueue("status failed", _context.Bodies.Status(this, message, "failed", error));
            }
        }
    }

    // True when nothing is left of a customer whom no test knows by name.
    internal bool Forget(ReceivedMessage message)
    {
        lock (_gate)
        {
            _received.Remove(message);
            return _received.Count == 0;
        }
    }

    private void Tell(ReceivedMessage message, string status, List<Task>? told = null)
    {
        if (message.Reach(status))
        {
            Task delivery = _context.Sender.Enqueue("status " + status, _context.Bodies.Status(this, message, status));
            told?.Add(delivery);
        }
    }

    private async Task<MessageId> SendAsync(
        string type, Action<Utf8JsonWriter> payload, Action<Utf8JsonWriter>? context, CancellationToken cancellationToken)
    {
        MessageId id = _context.Ids.NextInbound();
        Task delivery;
        lock (_gate)
        {
            _lastWrote = _context.Options.TimeProvider.GetUtcNow();
            delivery = _context.Sender.Enqueue("message " + type, _context.Bodies.Message(this, id, type, payload, context));
        }

        await delivery.WaitAsync(cancellationToken).ConfigureAwait(false);
        return id;
    }

    private static Action<Utf8JsonWriter> WriteBody(string text) => json => json.WriteString("body", MetaJson.WellFormed(text));
}
