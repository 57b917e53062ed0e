namespace WhatsCommerce.Storefronts;

/// <summary>Logs customers' messages in the transaction that completes the webhook.</summary>
internal sealed class InboundLog(ConversationLog log, ProductFacts products, MessageCorrelation correlation)
{
    /// <summary>Whether a message belongs to a conversation: messages in groups, edits and reactions do not.</summary>
    public static bool Concerns(MessageEvent message) =>
        message.Id.HasValue && !message.GroupId.HasValue && message is not (EditEvent or RevokeEvent or ReactionEvent or SystemEvent);

    public Task ReceiveAsync(MessageEvent message, WebhookContext context, CancellationToken cancellationToken) =>
        ReceiveAsync(message, context, isStandby: false, cancellationToken);

    /// <param name="message">The message.</param>
    /// <param name="context">The context of the webhook handler.</param>
    /// <param name="isStandby">Whether another program answers it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ReceiveAsync(
        MessageEvent message, WebhookContext context, bool isStandby, CancellationToken cancellationToken)
    {
        CustomerKey customer = context.CustomerKey;
        if (!customer.HasValue)
        {
            return;
        }

        ConversationEntry entry = await EntryOfAsync(message, customer, cancellationToken).ConfigureAwait(false);
        await log.ChangeAsync(
            customer,
            stored =>
            {
                CustomerConversation before = stored ?? log.New(customer, message.Customer.ToRecipient());
                return Task.FromResult<ConversationChange?>(Change(before, entry, message, isStandby));
            },
            context,
            cancellationToken).ConfigureAwait(false);
    }

    private ConversationChange Change(CustomerConversation before, ConversationEntry entry, MessageEvent message, bool isStandby)
    {
        DateTimeOffset? window = isStandby ? null : message.ServiceWindowEndsAt;
        CustomerConversation after = ConversationLog.After(before, entry) with
        {
            To = message.Customer.ToRecipient() is { Value: not null } to ? to : before.To,
            PhoneNumberId = message.PhoneNumberId.HasValue ? message.PhoneNumberId : before.PhoneNumberId,
            Name = Bounded.Text(message.Customer.ProfileName, OutboundContent.LongestWord) ?? before.Name,
            WindowEndsAt = window is null || window < before.WindowEndsAt ? before.WindowEndsAt : window,
            Unread = Math.Min(before.Unread + 1, 1_000_000),
            LastInboundId = message.Id,
        };

        // Meta delivers a message to the owner and a copy (standby) to others, so the kind of delivery tells who owns the conversation.
        ConversationOwner owner = isStandby
            ? ConversationOwner.Other
            : after.Owner == ConversationOwner.Other ? ConversationOwner.Bot : after.Owner;
        return new ConversationChange(
            owner == after.Owner ? after : after with { Owner = owner, Assignee = null, ReturnsAt = null, OwnedSince = log.Shop.Now },
            entry);
    }

    private async Task<ConversationEntry> EntryOfAsync(
        MessageEvent message, CustomerKey customer, CancellationToken cancellationToken)
    {
        IReadOnlyList<ShownProduct> shown = await ProductsOfAsync(message, cancellationToken).ConfigureAwait(false);
        DateTimeOffset at = message.Timestamp is DateTimeOffset written
            ? DateTimeOffset.FromUnixTimeMilliseconds(written.ToUnixTimeMilliseconds())
            : log.Shop.Now;
        return new ConversationEntry
        {
            ShopId = log.ShopId,
            Id = message.Id.ToString(),
            Customer = customer,
            Kind = ConversationEntryKind.Message,
            Author = ConversationAuthor.Customer,
            At = at,
            Type = Bounded.Text(message.Type, 40) ?? "unknown",
            RepliesTo = message.RepliesTo,
            Content = ContentOf(message),
            Products = shown,
            CartId = message is OrderEvent order ? StorefrontCarts.IdOf(log.ShopId, order) : default,
            About = InboundMessages.Read(message) is InboundMessage read
                ? await correlation.FindAsync(customer, read, at, cancellationToken).ConfigureAwait(false)
                : null,
        };
    }

    private async Task<IReadOnlyList<ShownProduct>> ProductsOfAsync(MessageEvent message, CancellationToken cancellationToken)
    {
        if (message is not OrderEvent order)
        {
            return message.ReferredProduct is { RetailerId.HasValue: true } one
                ? await products.OfAsync([one.RetailerId], cancellationToken).ConfigureAwait(false)
                : [];
        }

        IReadOnlyList<ShownProduct> known = await products.OfAsync(
            [.. order.Items.Select(item => item.RetailerId)], cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, OrderItem> items = order.Items
            .GroupBy(item => item.RetailerId).ToDictionary(lines => lines.Key, lines => lines.First());
        return
        [
            .. known.Select(product => product with
            {
                Quantity = items[product.RetailerId].Quantity,
                Price = items[product.RetailerId].ItemPrice ?? product.Price,
            }),
        ];
    }

    private static ConversationContent? ContentOf(MessageEvent message)
    {
        if (message is OrderEvent order)
        {
            return OutboundContent.Cut(new ConversationContent { Text = order.Text });
        }

        if (InboundMessages.Read(message) is not InboundMessage read)
        {
            return null;
        }

        string? place = read.Kind == InboundMessageKind.Location
            ? read.PlaceAddress ?? FormattableString.Invariant($"{read.Latitude}, {read.Longitude}")
            : null;
        return OutboundContent.Cut(new ConversationContent { Header = read.PlaceName, Text = read.Text ?? read.FormText ?? place });
    }
}
