namespace WhatsCommerce.Storefronts;

/// <summary>Logs messages that any code in this app sent to customers of the shop.</summary>
internal sealed class SentMessageLog(ConversationLog log, ProductFacts products, CustomerAddresses addresses)
{
    public async ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
    {
        SendAuthor author = SendAuthor.Current;
        if (message.To.Kind is not (RecipientKind.PhoneNumber or RecipientKind.User)
            || message.Message is ReactionMessage
            || await addresses.FindAsync(message.To, cancellationToken).ConfigureAwait(false) is not { HasValue: true } customer)
        {
            return;
        }

        IReadOnlyList<ShownProduct> shown = await products.OfAsync(message.Message.Products, cancellationToken).ConfigureAwait(false);
        ConversationEntry entry = new()
        {
            ShopId = log.ShopId,
            Id = message.Id.ToString(),
            Customer = customer,
            Kind = ConversationEntryKind.Message,
            Author = author.Author,
            By = author.By,
            At = DateTimeOffset.FromUnixTimeMilliseconds(message.SentAt.ToUnixTimeMilliseconds()),
            Type = message.Message.Kind,
            RepliesTo = message.Options?.ReplyTo ?? default,
            Content = OutboundContent.Of(message.Message),
            Products = shown,
        };
        await log.ChangeAsync(
            customer,
            stored => Task.FromResult<ConversationChange?>(
                new ConversationChange(After(stored ?? log.New(customer, message.To), entry, message.From), entry)),
            webhook: null,
            cancellationToken).ConfigureAwait(false);
    }

    private CustomerConversation After(CustomerConversation conversation, ConversationEntry sent, PhoneNumberId from)
    {
        CustomerConversation after = ConversationLog.After(conversation, sent) with { PhoneNumberId = from };
        return sent.Author == ConversationAuthor.Person && after.GetOwner(log.Shop.Now) == ConversationOwner.Human
            ? after with { ReturnsAt = log.Shop.Now + log.Options.IdleTime }
            : after;
    }
}
