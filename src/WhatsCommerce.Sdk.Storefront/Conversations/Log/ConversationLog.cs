namespace WhatsCommerce.Storefronts;

/// <summary>Changes conversations with optimistic concurrency, and notifies watchers.</summary>
internal sealed class ConversationLog(ShopServices shop, IConversationStore store, StorefrontConversationOptions options)
{
    /// <summary>
    /// The tolerance between the times of messages: those of customers are Meta's, in whole seconds, and those of sent messages are from
    /// the clock of the instance.
    /// </summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private const int PreviewLength = 120;

    public ShopServices Shop { get; } = shop;
    public IConversationStore Store { get; } = store;
    public StorefrontConversationOptions Options { get; } = options;

    /// <summary>Wakes the watchers of conversations in this process.</summary>
    public ConversationSignal Changed { get; } = new();

    public string ShopId => Shop.ShopId;

    /// <summary>A new conversation that is not stored yet.</summary>
    public CustomerConversation New(CustomerKey customer, Recipient to) => new()
    {
        ShopId = ShopId,
        Customer = customer,
        To = to,
        LastAt = Shop.Now,
        ChangedAt = Shop.Now,
    };

    /// <summary>Changes a conversation, with retries after concurrent changes.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="change">
    /// Creates the change from the stored conversation, which may be null; returns null when there is nothing to do. Nothing is done either
    /// if the new message is already stored; if only its status is stored, which may arrive first, the message is added to it.
    /// </param>
    /// <param name="webhook">The context of the webhook handler, which completes in the same transaction.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation after the change; null when nothing was changed.</returns>
    public async Task<CustomerConversation?> ChangeAsync(
        CustomerKey customer,
        Func<CustomerConversation?, Task<ConversationChange?>> change,
        WebhookContext? webhook,
        CancellationToken cancellationToken)
    {
        Dictionary<string, ConversationEntry> early = [];
        for (int round = 0; round < Rounds.Most; round++)
        {
            CustomerConversation? stored = await Store.FindAsync(ShopId, customer, cancellationToken).ConfigureAwait(false);
            if (await change(stored).ConfigureAwait(false) is not ConversationChange made)
            {
                return null;
            }

            CustomerConversation next = made.Conversation with { ChangedAt = Shop.Now, Version = stored?.Version ?? 0 };
            ConversationStep step = new()
            {
                Conversation = next,
                Entries = [.. made.Entries.Select(entry => AddedTo(early.GetValueOrDefault(entry.Id), entry))],
                Outbox = Shop.Handlers.RowsOf(made.Events),
                Webhook = webhook,
            };
            if (await Store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
            {
                if (step.Outbox.Count > 0)
                {
                    Shop.Signal.Set();
                }

                Changed.Set();
                return next with { Version = next.Version + 1 };
            }

            early.Clear();
            foreach (ConversationEntry entry in made.Entries.Where(entry => entry.Version == 0))
            {
                ConversationEntry? known = await Store.FindEntryAsync(ShopId, entry.Id, cancellationToken).ConfigureAwait(false);
                if (known is { Type: not null } && entry.Type is not null)
                {
                    return null;
                }

                if (known is not null)
                {
                    early[known.Id] = known;
                }
            }
        }

        throw new StorefrontBusyException($"The conversation was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>A new message, merged with the entry that its status created if that arrived first.</summary>
    private static ConversationEntry AddedTo(ConversationEntry? early, ConversationEntry entry) =>
        early is null || entry is { Version: > 0 } or { Type: null }
            ? entry
            : entry with
            {
                Sequence = early.Sequence,
                Version = early.Version,
                Status = early.Status,
                StatusAt = early.StatusAt,
                ErrorCode = early.ErrorCode,
                Error = early.Error,
            };

    /// <summary>Returns a conversation after another message, which is the last one unless it was delivered late.</summary>
    public static CustomerConversation After(CustomerConversation conversation, ConversationEntry message)
    {
        if (conversation.LastKind is not null && message.At < conversation.LastAt - ClockSkew)
        {
            return conversation;
        }

        return conversation with
        {
            LastAt = conversation.LastKind is null || message.At > conversation.LastAt ? message.At : conversation.LastAt,
            LastKind = message.Type,
            LastAuthor = message.Author,
            Preview = PreviewOf(message),
        };
    }

    private static string? PreviewOf(ConversationEntry message)
    {
        string? text = message.Content?.Text ?? message.Content?.Header ?? (message.Products is [var first, ..] ? first.Name : null);
        return Bounded.Text(text, PreviewLength);
    }
}
