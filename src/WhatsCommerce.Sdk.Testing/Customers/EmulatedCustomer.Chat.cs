namespace WhatsCommerce.Testing;

/// <content>The chat with the business.</content>
public sealed partial class EmulatedCustomer
{
    // WhatsApp shows that the business is typing for so long, unless its message comes before.
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(25);

    private static readonly MetaError Undeliverable = new(
        131026,
        "Message undeliverable",
        "Message Undeliverable. The customer's version of WhatsApp is too old for this kind of message.");

    private readonly List<ChatEntry> _chat = [];
    private DateTimeOffset _typingUntil;

    /// <summary>
    /// Everything in the chat, the oldest first: messages of both sides, forwarded ones, notices. A new list at each call.
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

    /// <summary>The messages that the business sent to this customer, the oldest first. A new list at each call.</summary>
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

    /// <summary>Those entries of the chat that changed after a revision, and the revision to ask with next time.</summary>
    /// <param name="revision">0 for all of them.</param>
    /// <returns>The entries, the oldest first, and the revision that the chat has now.</returns>
    public (IReadOnlyList<ChatEntry> Entries, long Revision) ChatSince(long revision)
    {
        lock (_gate)
        {
            return (
                [.. _chat.Where(entry => entry.Revision > revision)],
                _chat.Count == 0 ? revision : Math.Max(revision, _chat.Max(entry => entry.Revision)));
        }
    }

    /// <summary>Opens the chat: every message delivered and not yet read is read now, and its status told.</summary>
    /// <param name="cancellationToken">Ends the waiting for the callback.</param>
    /// <returns>A task that ends when the callback has taken the statuses, or they were given up.</returns>
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
    /// Plays an audio message or a video, which is read with it. Of a voice message the business is told (<c>played</c>), once; of others
    /// the phone alone knows. Source: Meta, webhooks/reference/messages/status.
    /// </summary>
    /// <param name="message">The id of the message.</param>
    /// <param name="cancellationToken">Ends the waiting for the callback.</param>
    /// <returns>A task that ends when the callback has taken the statuses, or they were given up.</returns>
    /// <exception cref="ArgumentException">The customer has no such message, or it can neither be heard nor seen.</exception>
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

    // The cloud has it: it shows in the chat before the business gets its answer.
    internal void Accept(ChatEntry entry)
    {
        lock (_gate)
        {
            _chat.Add(entry);
            Touch(entry);
        }
    }

    // The business has its answer: the phone gets the message, and the statuses go out.
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

    /// <summary>The business has read a message of the customer, and with it all before.</summary>
    internal void MarkRead(CustomerMessage message, bool isTyping)
    {
        lock (_gate)
        {
            foreach (CustomerMessage earlier in _chat.OfType<CustomerMessage>())
            {
                // Who has read it has received it, also when the callback has not answered yet.
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

    // True when nothing is left of a customer whom no test knows by name.
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
