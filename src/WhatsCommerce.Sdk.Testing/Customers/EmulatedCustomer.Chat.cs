namespace WhatsCommerce.Testing;

/// <content>The chat with the business.</content>
public sealed partial class EmulatedCustomer
{
    // How long WhatsApp shows the typing indicator, unless a message arrives earlier.
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(25);

    private static readonly MetaError Undeliverable = new(
        131026,
        "Message undeliverable",
        "Message Undeliverable. The customer's version of WhatsApp is too old for this kind of message.");

    private readonly List<ChatEntry> _chat = [];
    private DateTimeOffset _typingUntil;

    /// <summary>
    /// All entries of the chat, oldest first: messages of both sides, forwarded messages, notices. Each call returns a new list.
    /// </summary>
    public IReadOnlyList<ChatEntry> Chat
    {
        get
        {
            lock (_gate)
            {
                return [.. _chat];
            }
        }
    }

    /// <summary>The messages that the business sent to this customer, oldest first. Each call returns a new list.</summary>
    public IReadOnlyList<ReceivedMessage> Received => [.. Chat.OfType<ReceivedMessage>()];

    /// <summary>
    /// Whether the business shows that it is typing (<c>typing_indicator</c>): for 25 seconds, or until its next message.
    /// </summary>
    public bool IsBusinessTyping
    {
        get
        {
            lock (_gate)
            {
                return _options.TimeProvider.GetUtcNow() < _typingUntil;
            }
        }
    }

    /// <summary>Returns the entries of the chat that changed after a revision, and the revision for the next call.</summary>
    /// <param name="revision">0 for all of them.</param>
    /// <returns>The entries, oldest first, and the current revision of the chat.</returns>
    public (IReadOnlyList<ChatEntry> Entries, long Revision) ChatSince(long revision)
    {
        lock (_gate)
        {
            return (
                [.. _chat.Where(entry => entry.Revision > revision)],
                _chat.Count == 0 ? revision : Math.Max(revision, _chat.Max(entry => entry.Revision)));
        }
    }

    /// <summary>Opens the chat: all delivered, unread messages are marked as read, and their statuses are sent.</summary>
    /// <param name="cancellationToken">Stops waiting for the callback.</param>
    /// <returns>A task that completes when the callback has accepted the statuses, or they were given up.</returns>
    public Task ReadAsync(CancellationToken cancellationToken = default)
    {
        List<Task> told = [];
        lock (_gate)
        {
            foreach (ReceivedMessage message in _chat.OfType<ReceivedMessage>())
            {
                if (message.Statuses.Contains("delivered"))
                {
                    Tell(message, "read", told);
                }
            }
        }

        return Task.WhenAll(told).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Plays an audio message or a video, which also marks it as read. For a voice message a <c>played</c> status is sent once; for others
    /// there is no webhook. Source: Meta, webhooks/reference/messages/status.
    /// </summary>
    /// <param name="message">The id of the message.</param>
    /// <param name="cancellationToken">Stops waiting for the callback.</param>
    /// <returns>A task that completes when the callback has accepted the statuses, or they were given up.</returns>
    /// <exception cref="ArgumentException">The customer does not have the message, or it is neither audio nor video.</exception>
    public Task PlayAsync(MessageId message, CancellationToken cancellationToken = default)
    {
        ReceivedMessage received = Find<ReceivedMessage>(message);
        if (received.Kind is not ("audio" or "video"))
        {
            throw new ArgumentException($"The message is a {received.Kind}: only audio and video can be played.", nameof(message));
        }

        List<Task> told = [];
        lock (_gate)
        {
            Tell(received, "delivered", told);
            Tell(received, "read", told);
            if (((System.Text.Json.JsonElement?)received.Json).Member("audio").Member("voice")
                is { ValueKind: System.Text.Json.JsonValueKind.True })
            {
                Tell(received, "played", told);
            }
            else if (received.Reach("played"))
            {
                Touch(received);
            }
        }

        return Task.WhenAll(told).WaitAsync(cancellationToken);
    }

    // Adds an accepted message to the chat, before the API responds to the business.
    internal void Accept(ChatEntry entry)
    {
        lock (_gate)
        {
            _chat.Add(entry);
            Touch(entry);
        }
    }

    // Delivers the message to the phone and sends the statuses, after the API has responded.
    internal void Deliver(ReceivedMessage message)
    {
        if (!Supports(message))
        {
            Fail(message, Undeliverable);
            _book.Accept(this, new ChatNotice(
                _outbox.Ids.NextOutbound(),
                message.At,
                "The business sent a message that this version of WhatsApp cannot show. Update WhatsApp to see it."));
            return;
        }

        lock (_gate)
        {
            _typingUntil = default;
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
                Touch(message);
                _ = _outbox.Tell(this, message, "failed", error);
            }
        }
    }

    /// <summary>Marks a message of the customer, and all earlier ones, as read by the business.</summary>
    internal void MarkRead(CustomerMessage message, bool isTyping)
    {
        lock (_gate)
        {
            foreach (CustomerMessage earlier in _chat.OfType<CustomerMessage>())
            {
                // A message that was read was also delivered, even if the callback has not responded yet.
                if (earlier.Reach("delivered") | earlier.Reach("read"))
                {
                    Touch(earlier);
                }

                if (earlier == message)
                {
                    break;
                }
            }

            _typingUntil = isTyping ? _options.TimeProvider.GetUtcNow() + Typing : default;
            _changes.Chats();
        }
    }

    // Returns true when nothing is left of a customer that no test has named.
    internal bool Forget(ChatEntry entry)
    {
        lock (_gate)
        {
            _chat.Remove(entry);
            return _chat.Count == 0;
        }
    }

    private bool Supports(ReceivedMessage message) =>
        App.Supports(message.Kind) && (App.Version >= CustomerApp.ProductTemplates || !HasManyProducts(message));

    private static bool HasManyProducts(ReceivedMessage message) =>
        ((System.Text.Json.JsonElement?)message.Json).Member("template").ArrayMember("components")?.EnumerateArray()
            .Any(component => "mpm".Equals(
                ((System.Text.Json.JsonElement?)component).TextMember("sub_type"), StringComparison.OrdinalIgnoreCase)) is true;

    // Called under the lock.
    private void Tell(ReceivedMessage message, string status, List<Task>? told = null)
    {
        if (message.Reach(status))
        {
            Touch(message);
            Task delivery = _outbox.Tell(this, message, status);
            told?.Add(delivery);
        }
    }

    // Called under the lock, so that revisions grow in the order in which a reader finds them.
    private void Touch(ChatEntry entry) => entry.Revision = _changes.Chats();
}
