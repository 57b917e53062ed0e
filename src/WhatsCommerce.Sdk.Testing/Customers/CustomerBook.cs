using System.Numerics;

namespace WhatsCommerce.Testing;

/// <summary>
/// All customers, by phone number and by user id. A number that no test has named becomes a customer when the business writes to it, and is
/// removed together with its last message, so that a campaign to many numbers does not fill the memory.
/// </summary>
internal sealed class CustomerBook
{
    private const string NameOfStrangers = "WhatsApp user";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, EmulatedCustomer> _byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmulatedCustomer> _byUserId = new(StringComparer.Ordinal);
    private readonly HashSet<EmulatedCustomer> _named = [];
    private readonly Dictionary<MessageId, (EmulatedCustomer Customer, CustomerMessage Message)> _sent = [];
    private readonly History<(EmulatedCustomer Customer, ChatEntry Entry)> _entries;
    private readonly CloudApiEmulatorOptions _options;
    private readonly EmulatorChanges _changes;
    private readonly EmulatorNotices _notices;
    private readonly CustomerOutbox _outbox;
    private readonly Shop _shop;
    private readonly Func<string> _whyNoMessageComes;

    public CustomerBook(
        CloudApiEmulatorOptions options,
        EmulatorChanges changes,
        EmulatorNotices notices,
        CustomerOutbox outbox,
        Shop shop,
        Func<string> whyNoMessageComes)
    {
        _options = options;
        _changes = changes;
        _notices = notices;
        _outbox = outbox;
        _shop = shop;
        _whyNoMessageComes = whyNoMessageComes;
        _entries = new(options.HistoryLimit, options.HistoryByteLimit, static item => item.Entry.Size, Forget);
    }

    /// <summary>All current customers.</summary>
    public EmulatedCustomer[] All
    {
        get
        {
            lock (_gate)
            {
                return [.. _byUserId.Values];
            }
        }
    }

    /// <summary>Finds or creates a customer of the test.</summary>
    public EmulatedCustomer Named(Recipient address, string? name)
    {
        lock (_gate)
        {
            EmulatedCustomer customer = address.Kind switch
            {
                RecipientKind.PhoneNumber => FindOrEnter(new(AddressKind.Phone, "", PhoneNumber.FromWaId(address.Value!).Digits!)),
                RecipientKind.User => FindOrEnter(new(AddressKind.User, "", address.Value!)),
                _ => throw new ArgumentException(
                    address.Problem ?? "A customer has a phone number such as +16505551234 or a business-scoped user id.", nameof(address)),
            };
            if (name is not null && name != customer.Name)
            {
                customer.Name = name;
                _changes.Customers();
            }

            if (_named.Add(customer))
            {
                _changes.Customers();
            }

            return customer;
        }
    }

    /// <summary>Whether the test, or a person, knows a customer by name.</summary>
    public bool IsNamed(EmulatedCustomer customer)
    {
        lock (_gate)
        {
            return _named.Contains(customer);
        }
    }

    /// <summary>Restores a customer of an earlier run.</summary>
    public void Restore(EmulatedCustomer customer, bool isNamed)
    {
        lock (_gate)
        {
            Enter(customer);
            if (isNamed)
            {
                _named.Add(customer);
            }
        }
    }

    /// <summary>
    /// Whether the business may send free-form messages to an address. For an unknown customer the options decide.
    /// </summary>
    public bool IsInsideWindow(Address address)
    {
        lock (_gate)
        {
            return Find(address)?.IsInsideWindow ?? _options.CustomersStartInsideWindow;
        }
    }

    /// <summary>Why the app may not write to an address, because another app owns the conversation; null for unknown customers.</summary>
    public Refusal? TakeByWriting(Address address)
    {
        lock (_gate)
        {
            return Find(address)?.TakeByWriting();
        }
    }

    /// <summary>The customer at an address for a message that is not delivered; an unknown customer is not added.</summary>
    public EmulatedCustomer Unreached(Address address)
    {
        lock (_gate)
        {
            return Find(address) ?? Make(address);
        }
    }

    /// <summary>
    /// Delivers a message to the customer at an address, and discards the oldest of all messages when there are too many.
    /// </summary>
    public EmulatedCustomer Accept(Address address, ReceivedMessage message)
    {
        lock (_gate)
        {
            EmulatedCustomer customer = FindOrEnter(address);
            Accept(customer, message);
            return customer;
        }
    }

    /// <summary>Adds an entry to the chat of a customer, and discards the oldest of all entries when there are too many.</summary>
    public void Accept(EmulatedCustomer customer, ChatEntry entry)
    {
        lock (_gate)
        {
            customer.Accept(entry);
            if (entry is CustomerMessage sent)
            {
                _sent[sent.Id] = (customer, sent);
            }

            _entries.Add((customer, entry));
        }
    }

    /// <summary>Finds a message that a customer sent, and the customer.</summary>
    public (EmulatedCustomer Customer, CustomerMessage Message)? FindSent(MessageId id)
    {
        lock (_gate)
        {
            return _sent.TryGetValue(id, out (EmulatedCustomer, CustomerMessage) found) ? found : null;
        }
    }

    // Called under the lock.
    private void Forget((EmulatedCustomer Customer, ChatEntry Entry) gone)
    {
        (EmulatedCustomer owner, ChatEntry oldest) = gone;
        _notices.Tell(
            "messages",
            "The oldest messages of the chats are forgotten: HistoryLimit and HistoryByteLimit say how many are remembered.");
        _sent.Remove(oldest.Id);
        if (owner.Forget(oldest) && !_named.Contains(owner))
        {
            _byUserId.Remove(owner.UserId.Value!);
            _byPhone.Remove(owner.PhoneNumber.Digits ?? "");
            _changes.Customers();
        }
    }

    private EmulatedCustomer? Find(Address address) =>
        (address.Kind is AddressKind.User ? _byUserId : _byPhone).GetValueOrDefault(address.Value);

    private EmulatedCustomer FindOrEnter(Address address) => Find(address) ?? Enter(Make(address));

    private EmulatedCustomer Make(Address address)
    {
        if (address.Kind is AddressKind.User)
        {
            return Make(default, address.Value, NameOfStrangers);
        }

        PhoneNumber number = PhoneNumber.FromWaId(address.Value);
        return Make(number, UserIdOf(number), NameOfStrangers);
    }

    /// <summary>Creates a customer without adding it.</summary>
    public EmulatedCustomer Make(PhoneNumber phoneNumber, BusinessScopedUserId userId, string name) =>
        new(
            phoneNumber,
            userId,
            name,
            _options,
            _changes,
            this,
            _outbox,
            _shop,
            new("message", _options.HistoryLimit, _options.HistoryByteLimit, static message => message.Size, _whyNoMessageComes),
            new("call", _options.HistoryLimit, _options.HistoryByteLimit, static call => call.Sdp.Length, _whyNoMessageComes));

    private EmulatedCustomer Enter(EmulatedCustomer customer)
    {
        _byUserId[customer.UserId.Value!] = customer;
        if (customer.PhoneNumber.HasValue)
        {
            _byPhone[customer.PhoneNumber.Digits] = customer;
        }

        _changes.Customers();

        return customer;
    }

    // The same number has the same user id in every run, as for one business portfolio, and the id does not reveal the number.
    private static BusinessScopedUserId UserIdOf(PhoneNumber number)
    {
        BigInteger hash = new(SHA256.HashData(Encoding.ASCII.GetBytes(number.Digits!)), isUnsigned: true);
        return "US.1" + (hash % BigInteger.Pow(10, 19)).ToString("D19", CultureInfo.InvariantCulture);
    }
}
