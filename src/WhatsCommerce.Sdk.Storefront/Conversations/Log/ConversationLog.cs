using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Changes conversations, each from the version that was read, and tells those who watch.</summary>
internal sealed class ConversationLog(ShopServices shop, IConversationStore store, StorefrontConversationOptions options)
{
    private const int MostRounds = 20;
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
    /// Makes the change of what is stored, which is null when nothing is; returns null when there is nothing to do. An entry of version 0
    /// that is stored already ends it as well.
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
        for (int round = 0; round < MostRounds; round++)
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
                Entries = made.Entries,
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

            foreach (ConversationEntry entry in made.Entries.Where(entry => entry.Version == 0))
            {
                if (await Store.FindEntryAsync(ShopId, entry.Id, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return null;
                }
            }
        }

        throw new StorefrontBusyException($"The conversation was changed by others {MostRounds} times in a row.");
    }

    /// <summary>A conversation after a message.</summary>
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
        string? text = message.Content?.Text ?? message.Content?.Header ?? message.Products.FirstOrDefault()?.Name;
        return Bounded.Text(text, PreviewLength);
    }
}
