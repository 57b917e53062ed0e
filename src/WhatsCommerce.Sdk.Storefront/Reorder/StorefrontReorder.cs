namespace WhatsCommerce.Storefronts;

/// <summary>Lets customers order again: what they order most, or the last order. Reached as <see cref="Storefront.Reorder"/>.</summary>
/// <remarks>
/// Nothing is put into a cart: the customer gets a list of products, chooses, and sends a cart as ever, which is priced as ever. What has
/// changed since is told beforehand.
/// </remarks>
public class StorefrontReorder
{
    private const int OrdersCounted = 100;
    private const int MostPicks = 5;

    private readonly ShopServices _shop = null!;
    private readonly ReorderCatalog _products = null!;
    private readonly OrderedTogether _together = null!;
    private readonly ReorderMessages _messages = null!;
    private readonly CustomerKnowledge _customers = null!;
    private readonly WhatsCommerceClient _client = null!;

    internal StorefrontReorder(
        ShopServices shop,
        ReorderCatalog products,
        OrderedTogether together,
        ReorderMessages messages,
        CustomerKnowledge customers,
        WhatsCommerceClient client)
    {
        _shop = shop;
        _products = products;
        _together = together;
        _messages = messages;
        _customers = customers;
        _client = client;
    }

    /// <summary>For test doubles that override the methods.</summary>
    protected StorefrontReorder() { }

    /// <summary>Returns the id of the button that shows a list, for messages of your own; the storefront answers it.</summary>
    /// <param name="kind">What the button shows.</param>
    /// <returns>The id, such as for <c>Message.Buttons().Button(id, "The usual")</c>.</returns>
    public static string ButtonOf(ReorderKind kind) => ReorderButtons.Of(kind);

    /// <summary>Finds what a customer can order again, of their last 100 orders, at today's prices.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="kind">What they order most, or the last order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>At most 30 products, and picks that go with them as far as there is room.</returns>
    public virtual async Task<ReorderList> GetAsync(
        CustomerKey customer, ReorderKind kind, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Order> orders = customer.HasValue
            ? await _shop.Store.ListOrdersAsync(
                _shop.ShopId, new OrderQuery { Customer = customer, Limit = OrdersCounted }, cancellationToken).ConfigureAwait(false)
            : [];
        IReadOnlyList<ReorderProduct> ordered = [.. ReorderHistory.Of(orders, kind).Take(MessageLimits.ProductListProducts)];
        if (ordered.Count == 0)
        {
            return new ReorderList { Kind = kind, Products = [] };
        }

        IReadOnlyList<ReorderProduct> now = await _products.JudgeAsync(ordered, customer, cancellationToken).ConfigureAwait(false);
        RetailerId[] known = [.. now.Select(product => product.RetailerId).Concat(now.SelectMany(product => product.Variants)).Distinct()];
        IReadOnlyList<RetailerId> together = await _together.PickAsync(known, customer, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RetailerId> picks = await _products.ReadyAsync(
            [.. together.Take(4 * MostPicks)], customer, cancellationToken).ConfigureAwait(false);
        return new ReorderList { Kind = kind, Products = now, Picks = [.. picks.Take(MostPicks)] };
    }

    /// <summary>Sends a customer what they can order again; where there is nothing, that.</summary>
    /// <remarks>A product list reaches the customer within 24 hours of their last message only.</remarks>
    /// <param name="customer">The customer.</param>
    /// <param name="to">The address of the customer.</param>
    /// <param name="kind">What they order most, or the last order.</param>
    /// <param name="onceKey">A key under which it is sent once, as <c>SendOptions.OnceKey</c>; null to send it whenever asked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was sent.</returns>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached.</exception>
    public virtual async Task<SentReorder> SendAsync(
        CustomerKey customer, Recipient to, ReorderKind kind, string? onceKey = null, CancellationToken cancellationToken = default)
    {
        string language = await _customers.LanguageOfAsync(customer, to, cancellationToken).ConfigureAwait(false);
        ReorderList list = await GetAsync(customer, kind, cancellationToken).ConfigureAwait(false);
        (OutboundMessage message, int count) = await _messages.WriteAsync(list, language, cancellationToken).ConfigureAwait(false);
        MessageReceipt receipt = await _client.Messages
            .SendAsync(to, message, new SendOptions { OnceKey = onceKey }, cancellationToken).ConfigureAwait(false);
        return new SentReorder { List = list, Count = count, MessageId = receipt.Id };
    }
}
