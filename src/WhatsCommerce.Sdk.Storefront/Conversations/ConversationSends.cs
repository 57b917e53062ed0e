using WhatsCommerce.Conversations;

namespace WhatsCommerce.Storefronts;

/// <summary>Sends messages into conversations from the number that the customer wrote to, and records the sender.</summary>
internal sealed class ConversationSends(
    ConversationLog log,
    ShopClients clients,
    ICatalogStore? catalog,
    Func<CancellationToken, Task<CatalogId>>? catalogId,
    CustomerKnowledge customers,
    Texts texts,
    StorefrontCheckout? checkout)
{
    public async Task<ConversationSendResult> SendAsync(
        CustomerKey customer, OutboundMessage message, string? by, SendOptions? options, CancellationToken cancellationToken)
    {
        CustomerConversation? conversation = await log.Store.FindAsync(log.ShopId, customer, cancellationToken).ConfigureAwait(false);
        ConversationSendOutcome? obstacle = Judge(conversation, message, by);
        if (obstacle is ConversationSendOutcome outcome)
        {
            return new ConversationSendResult { Outcome = outcome };
        }

        SendAuthor author = by is null
            ? new SendAuthor(ConversationAuthor.App)
            : new SendAuthor(ConversationAuthor.Person, by);
        try
        {
            MessageReceipt receipt = await SendAuthor.SendAsync(author, () => clients.For(conversation!.PhoneNumberId).Messages
                .SendAsync(conversation.To, message, options, cancellationToken)).ConfigureAwait(false);
            return new ConversationSendResult { Outcome = ConversationSendOutcome.Sent, MessageId = receipt.Id };
        }
        catch (GraphOutsideWindowException)
        {
            return new ConversationSendResult { Outcome = ConversationSendOutcome.WindowClosed };
        }
    }

    public async Task<ConversationSendResult> SendProductsAsync(
        CustomerKey customer, IReadOnlyList<RetailerId> products, string? by, string? onceKey, CancellationToken cancellationToken)
    {
        if (catalog is null || catalogId is null)
        {
            throw new InvalidOperationException("The catalog was not added to this storefront: call AddCatalog().");
        }

        CustomerConversation? conversation = await log.Store.FindAsync(log.ShopId, customer, cancellationToken).ConfigureAwait(false);
        if (conversation is null)
        {
            return new ConversationSendResult { Outcome = ConversationSendOutcome.NotFound };
        }

        List<CatalogProduct> ready = await ReadyAsync(products, cancellationToken).ConfigureAwait(false);
        if (ready.Count == 0)
        {
            return new ConversationSendResult { Outcome = ConversationSendOutcome.NothingToSend };
        }

        CatalogId id = await catalogId(cancellationToken).ConfigureAwait(false);
        string language = await customers.LanguageOfAsync(customer, conversation.To, cancellationToken).ConfigureAwait(false);
        OutboundMessage message = ready is [CatalogProduct only]
            ? CollectionMessages.Product(id, only)
            : CollectionMessages.Products(
                id,
                new CatalogCollection { Id = default, Name = texts.Get(StorefrontText.OtherProducts, language) },
                ready,
                new CollectionOptions { Language = language },
                texts);
        return await SendAsync(customer, message, by, new SendOptions { OnceKey = onceKey }, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ConversationSendResult> SendOfferAsync(
        CustomerKey customer, string? by, string? onceKey, CancellationToken cancellationToken)
    {
        if (checkout is null)
        {
            throw new InvalidOperationException("The checkout was not added to this storefront: call AddCheckout().");
        }

        IReadOnlyList<Cart> carts = await log.Shop.Store.ListLiveCartsAsync(log.ShopId, customer, cancellationToken).ConfigureAwait(false);
        if (carts.Count == 0)
        {
            return new ConversationSendResult { Outcome = ConversationSendOutcome.NothingToSend };
        }

        // Checked before an offer is created at a provider, and again when it is sent.
        CustomerConversation? conversation = await log.Store.FindAsync(log.ShopId, customer, cancellationToken).ConfigureAwait(false);
        OfferMessages messages = new(texts);
        if (Judge(conversation, messages.AskAboutSecondCart(carts[^1]), by) is ConversationSendOutcome obstacle)
        {
            return new ConversationSendResult { Outcome = obstacle };
        }

        OfferResult offer = await checkout.OfferAsync(carts[^1].Id, provider: null, cancellationToken).ConfigureAwait(false);
        return await SendAsync(
            customer, messages.Of(offer), by, new SendOptions { OnceKey = onceKey }, cancellationToken).ConfigureAwait(false);
    }

    public Task MarkAsReadAsync(CustomerConversation conversation, CancellationToken cancellationToken) => clients
        .For(conversation.PhoneNumberId).Messages.MarkAsReadAsync(conversation.LastInboundId, cancellationToken: cancellationToken);

    public Task TakeFromOtherAsync(CustomerConversation conversation, CancellationToken cancellationToken) => clients
        .For(conversation.PhoneNumberId).Conversations.TakeAsync(conversation.To, cancellationToken: cancellationToken);

    public Task PassToOtherAsync(CustomerConversation conversation, CancellationToken cancellationToken) => clients
        .For(conversation.PhoneNumberId).Conversations.PassAsync(
            conversation.To, new HandoverOptions { TargetRole = ConversationRole.AiAgent }, cancellationToken);

    private ConversationSendOutcome? Judge(CustomerConversation? conversation, OutboundMessage message, string? by)
    {
        DateTimeOffset now = log.Shop.Now;
        if (conversation is null)
        {
            return ConversationSendOutcome.NotFound;
        }

        if (by is not null && (conversation.GetOwner(now) != ConversationOwner.Human || conversation.Assignee != by))
        {
            return ConversationSendOutcome.NotTheirs;
        }

        return message is not TemplateMessage && conversation.GetWindowLeft(now) == TimeSpan.Zero
            ? ConversationSendOutcome.WindowClosed
            : null;
    }

    /// <summary>The requested products that can be sent; a parent is replaced by its variants.</summary>
    private async Task<List<CatalogProduct>> ReadyAsync(IReadOnlyList<RetailerId> wanted, CancellationToken cancellationToken)
    {
        RetailerId[] ids = [.. wanted.Where(id => id.HasValue).Distinct().Take(MessageLimits.ProductListProducts)];
        Dictionary<RetailerId, CatalogProduct> known = (await catalog!.FindAsync(log.ShopId, ids, cancellationToken)
            .ConfigureAwait(false)).ToDictionary(product => product.RetailerId);
        List<CatalogProduct> ready = [];
        foreach (RetailerId id in ids)
        {
            if (known.GetValueOrDefault(id) is { IsParent: false } product)
            {
                ready.Add(product);
            }
            else
            {
                RetailerId group = known.GetValueOrDefault(id) is { GroupId.HasValue: true } parent ? parent.GroupId : id;
                CatalogQuery variants = new() { GroupId = group, Limit = MessageLimits.ProductListProducts };
                ready.AddRange(await catalog.ListAsync(log.ShopId, variants, cancellationToken).ConfigureAwait(false));
            }
        }

        return
        [
            .. ready.Where(product => product.GetObstacles() == OfferObstacles.None)
                .DistinctBy(product => product.RetailerId)
                .Take(MessageLimits.ProductListProducts),
        ];
    }
}
