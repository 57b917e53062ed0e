namespace WhatsCommerce.Storefronts;

/// <summary>Logs the statuses of messages in the transaction that completes the webhook.</summary>
internal sealed class StatusLog(ConversationLog log)
{
    /// <summary>Whether a status belongs to a message to one customer; payment statuses are handled elsewhere.</summary>
    public static bool Concerns(StatusEvent status) =>
        status.MessageId.HasValue && !status.GroupId.HasValue && status.Type is null or "message";

    public Task ReceiveAsync(StatusEvent status, WebhookContext context, CancellationToken cancellationToken) =>
        ReceiveAsync(status, context, ConversationAuthor.App, cancellationToken);

    /// <param name="status">The status.</param>
    /// <param name="context">The context of the webhook handler.</param>
    /// <param name="author">The author of the message if it is not known otherwise.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ReceiveAsync(
        StatusEvent status, WebhookContext context, ConversationAuthor author, CancellationToken cancellationToken)
    {
        ConversationEntry? known = await log.Store.FindEntryAsync(log.ShopId, status.MessageId.ToString(), cancellationToken)
            .ConfigureAwait(false);
        CustomerKey customer = known?.Customer ?? context.CustomerKey;
        if (!customer.HasValue)
        {
            return;
        }

        await log.ChangeAsync(
            customer,
            async stored =>
            {
                ConversationEntry? entry = await log.Store.FindEntryAsync(log.ShopId, status.MessageId.ToString(), cancellationToken)
                    .ConfigureAwait(false);
                ConversationEntry next = After(entry ?? Unseen(status, customer, author), status);
                return entry is not null && next == entry
                    ? null
                    : new ConversationChange(stored ?? log.New(customer, status.Customer.ToRecipient()), next);
            },
            context,
            cancellationToken).ConfigureAwait(false);
    }

    private ConversationEntry After(ConversationEntry entry, StatusEvent status)
    {
        MessageStatus current = new(entry.Status);
        if (MessageStatus.Advance(current, status.Status) == current)
        {
            return entry;
        }

        GraphError? error = status.Errors.Count > 0 ? status.Errors[0] : null;
        return entry with
        {
            Status = Bounded.Text(status.Status.Value, 40),
            StatusAt = status.Timestamp ?? log.Shop.Now,
            ErrorCode = error?.Code,
            Error = Bounded.Text(error?.Message ?? error?.Details, OutboundContent.LongestWord),
        };
    }

    /// <summary>An entry for a message that will be logged soon, or was sent by another program.</summary>
    private ConversationEntry Unseen(StatusEvent status, CustomerKey customer, ConversationAuthor author) => new()
    {
        ShopId = log.ShopId,
        Id = status.MessageId.ToString(),
        Customer = customer,
        Kind = ConversationEntryKind.Message,
        Author = author,
        At = status.Timestamp ?? log.Shop.Now,
    };
}
