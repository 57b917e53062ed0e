namespace WhatsCommerce.Storefronts;

/// <summary>
/// Lets customers reorder: the products that they order most, or the last order. Available as <see cref="Storefront.Reorder"/>.
/// </summary>
/// <remarks>
/// Nothing is put into a cart: the customer receives a list of products, chooses, and sends a cart, which is priced like any other. The
/// message says what has changed since the order.
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

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontReorder() { }

    /// <summary>Returns the id of a button that requests a list, for your own messages; the storefront handles the button.</summary>
    /// <param name="kind">What the button shows.</param>
    /// <returns>The id, for example for <c>Message.Buttons().Button(id, "The usual")</c>.</returns>
    public static string ButtonOf(ReorderKind kind) => ReorderButtons.Of(kind);

    /// <summary>Finds the products that a customer can order again, from their last 100 orders, at current prices.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="kind">What they order most, or the last order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>At most 30 products, including recommendations if there is space.</returns>
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

    /// <summary>Sends a customer the products that they can order again, or a message that there are none.</summary>
    /// <remarks>A product list can be sent only within 24 hours of the customer's last message.</remarks>
    /// <param name="customer">The customer.</param>
    /// <param name="to">The address of the customer.</param>
    /// <param name="kind">What they order most, or the last order.</param>
    /// <param name="onceKey">An idempotency key, as <c>SendOptions.OnceKey</c>; <see langword="null"/> to send it on every call.</param>
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
