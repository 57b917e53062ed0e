namespace WhatsCommerce.Storefronts;

/// <summary>Logs Meta's conversation routing: who owns a conversation, and messages from other programs.</summary>
internal sealed class RoutingLog(ConversationLog log, ConversationOwnership ownership, InboundLog inbound, StatusLog statuses)
{
    public Task ReceiveAsync(HandoverEvent handover, WebhookContext context, CancellationToken cancellationToken)
    {
        if (!context.CustomerKey.HasValue)
        {
            return Task.CompletedTask;
        }

        // The role to which conversations are escalated belongs to people.
        ConversationOwner owner = handover.Kind == HandoverKind.ControlTaken
            ? ConversationOwner.Other
            : handover.NewOwner == ConversationRole.Escalation ? ConversationOwner.Human : ConversationOwner.Bot;
        if (handover.Kind != HandoverKind.ControlTaken && handover.Kind != HandoverKind.ControlPassed)
        {
            return Task.CompletedTask;
        }

        return log.ChangeAsync(
            context.CustomerKey,
            stored => Task.FromResult(ownership.Routed(
                stored ?? log.New(context.CustomerKey, handover.Customer.ToRecipient()), owner, handover.Note, context.Key.Event)),
            context,
            cancellationToken);
    }

    public Task ReceiveAsync(StandbyEvent standby, WebhookContext context, CancellationToken cancellationToken) => standby.Observed switch
    {
        MessageEvent message when InboundLog.Concerns(message) =>
            inbound.ReceiveAsync(message, context, isStandby: true, cancellationToken),
        MessageEchoEvent echo => EchoAsync(echo, context, ConversationAuthor.Other, cancellationToken),
        StatusEvent status when StatusLog.Concerns(status) =>
            statuses.ReceiveAsync(status, context, ConversationAuthor.Other, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>Logs a message from the shop's own phone, which means that a person answers there.</summary>
    public Task ReceiveAsync(MessageEchoEvent echo, WebhookContext context, CancellationToken cancellationToken) =>
        EchoAsync(echo, context, ConversationAuthor.Person, cancellationToken);

    private async Task EchoAsync(
        MessageEchoEvent echo, WebhookContext context, ConversationAuthor author, CancellationToken cancellationToken)
    {
        if (!echo.Id.HasValue || !context.CustomerKey.HasValue)
        {
            return;
        }

        InboundMessage? words = echo.Message is MessageEvent message ? InboundMessages.Read(message) : null;
        ConversationEntry entry = new()
        {
            ShopId = log.ShopId,
            Id = echo.Id.ToString(),
            Customer = context.CustomerKey,
            Kind = ConversationEntryKind.Message,
            Author = author,
            At = echo.Timestamp ?? log.Shop.Now,
            Type = Bounded.Text(echo.Type, 40) ?? "unknown",
            Content = words?.Text is string text ? OutboundContent.Cut(new ConversationContent { Text = text }) : null,
        };
        await log.ChangeAsync(
            context.CustomerKey,
            stored => Task.FromResult<ConversationChange?>(
                new ConversationChange(
                    ConversationLog.After(stored ?? log.New(context.CustomerKey, echo.Customer.ToRecipient()), entry), entry)),
            context,
            cancellationToken).ConfigureAwait(false);
    }
}
