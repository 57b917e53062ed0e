namespace WhatsCommerce.Storefronts;

/// <summary>Changes conversations, each from the version that was read, and tells those who watch.</summary>
internal sealed class ConversationLog(ShopServices shop, IConversationStore store, StorefrontConversationOptions options)
{
    private const int PreviewLength = 120;

    public ShopServices Shop { get; } = shop;
    public IConversationStore Store { get; } = store;
    public StorefrontConversationOptions Options { get; } = options;

    /// <summary>Wakes those who watch the conversations in this process.</summary>
    public ConversationSignal Changed { get; } = new();

    public string ShopId => Shop.ShopId;

    /// <summary>A conversation of which nothing is stored yet.</summary>
    public CustomerConversation New(CustomerKey customer, Recipient to) => new()
    {
        ShopId = ShopId,
        Customer = customer,
        To = to,
        LastAt = Shop.Now,
        ChangedAt = Shop.Now,
    };

    /// <summary>Changes a conversation; again, when somebody else changed it meanwhile.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="change">
    /// Makes the change of what is stored, which is null when nothing is; returns null when there is nothing to do. A new message that is
    /// stored already ends it as well; where only its status is stored, which may be quicker, the message is added to that.
    /// </param>
    /// <param name="webhook">The run of the webhook that this carries out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation as it is now; null when nothing was changed.</returns>
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

        throw new StorefrontBusyException($"The conversation was changed by others {Rounds.Most} times in a row.");
    }

    /// <summary>A new message, with its place and what is known of it already when its status was quicker.</summary>
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

    public static CustomerConversation After(CustomerConversation conversation, ConversationEntry message)
    {
        bool isLatest = message.At >= conversation.LastAt || conversation.LastKind is null;
        return isLatest
            ? conversation with
            {
                LastAt = message.At,
                LastKind = message.Type,
                LastAuthor = message.Author,
                Preview = PreviewOf(message),
            }
            : conversation;
    }

    private static string? PreviewOf(ConversationEntry message)
    {
        string? text = message.Content?.Text ?? message.Content?.Header ?? (message.Products is [var first, ..] ? first.Name : null);
        return Bounded.Text(text, PreviewLength);
    }
}
