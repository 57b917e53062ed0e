namespace WhatsCommerce.Storefronts;

/// <summary>Logs carts that the shop created, orders and payments as entries of the conversation.</summary>
internal sealed class StoryLog(ConversationLog log, ProductFacts products)
{
    public async Task ReceiveAsync(CartReceived received, CancellationToken cancellationToken)
    {
        Cart? cart = await log.Shop.Store.FindCartAsync(log.ShopId, received.CartId, cancellationToken).ConfigureAwait(false);

        // A cart that the customer sent is already logged as a message.
        if (cart is null or { MessageId.HasValue: true })
        {
            return;
        }

        IReadOnlyList<ShownProduct> shown = await products.OfAsync(
            [.. cart.Lines.Select(line => line.RetailerId)], cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, int> quantities = cart.Lines.ToDictionary(line => line.RetailerId, line => line.Quantity);
        ConversationEntry entry = EntryOf(received, "cart_made") with
        {
            CartId = cart.Id,
            Products = [.. shown.Select(product => product with { Quantity = quantities[product.RetailerId] })],
        };
        await AddAsync(entry, cart.To, cancellationToken).ConfigureAwait(false);
    }

    public async Task ReceiveAsync(OrderStoryEvent told, CancellationToken cancellationToken)
    {
        Order? order = await log.Shop.Store.FindOrderAsync(log.ShopId, told.OrderId, cancellationToken).ConfigureAwait(false);
        (string? by, string? reason, Money? amount) = told switch
        {
            PaymentReceived paid => (paid.By, paid.Reason, (Money?)paid.Amount),
            OrderRefunded refunded => (refunded.By, refunded.Reason, refunded.Amount),
            OrderPlaced placed => (null, null, placed.Total),
            OrderNeedsReview review => (null, StoredWord.Of(review.Reason), null),
            OrderAdvanced advanced => (null, StoredWord.Of(advanced.State), null),
            _ => ((string?)null, (string?)null, (Money?)null),
        };
        ConversationEntry entry = EntryOf(told, StoredEvents.NameOf(told)) with
        {
            Author = by is null ? ConversationAuthor.Storefront : ConversationAuthor.Person,
            By = by,
            CartId = order?.CartId ?? default,
            OrderId = told.OrderId,
            OrderNumber = told.OrderNumber,
            Amount = amount ?? order?.Quote.Total,
            Content = OutboundContent.Cut(new ConversationContent { Text = reason }),
        };
        await AddAsync(entry, order?.To ?? default, cancellationToken).ConfigureAwait(false);
    }

    private static ConversationEntry EntryOf(StorefrontEvent told, string type) => new()
    {
        ShopId = told.ShopId,
        Id = told.Id,
        Customer = told.Customer,
        Kind = ConversationEntryKind.Event,
        Author = ConversationAuthor.Storefront,
        At = told.At,
        Type = type,
    };

    private async Task AddAsync(ConversationEntry entry, Recipient to, CancellationToken cancellationToken) => await log.ChangeAsync(
        entry.Customer,
        stored => Task.FromResult<ConversationChange?>(new ConversationChange(stored ?? log.New(entry.Customer, to), entry)),
        webhook: null,
        cancellationToken).ConfigureAwait(false);
}
