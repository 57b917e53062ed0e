namespace WhatsCommerce.Storefronts;

/// <summary>Receives, creates, finds and changes carts. Available as <see cref="Storefront.Carts"/>.</summary>
public class StorefrontCarts
{
    private readonly ShopServices _shop = null!;
    private readonly CartClosing? _closing;

    internal StorefrontCarts(ShopServices shop, CartClosing? closing)
    {
        _shop = shop;
        _closing = closing;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontCarts() { }

    /// <summary>
    /// Stores a cart that a customer sent, together with its event. Pricing and replies follow later, so that the webhook is answered
    /// immediately. Idempotent by message id.
    /// </summary>
    /// <param name="order">The webhook event.</param>
    /// <param name="customer">The key of the customer: <see cref="WebhookContext.CustomerKey"/>.</param>
    /// <param name="webhook">The context of the webhook's handler, if the call is made by one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cart; for a message that was received before, the existing cart.</returns>
    public virtual async Task<Cart> ReceiveAsync(
        OrderEvent order, CustomerKey customer, WebhookContext? webhook = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        CartId id = order.Id.HasValue && _shop.Guards.Has(Guard.MessageMakesOneCart)
            ? IdOf(_shop.ShopId, order)
            : _shop.Ids.Next();
        Cart cart = NewCart(id, customer, order.Customer.ToRecipient(), order.Items.Select(Line)) with
        {
            PhoneNumberId = order.PhoneNumberId,
            MessageId = order.Id,
            CatalogId = order.CatalogId,
            SentAt = order.Timestamp,
            Note = string.IsNullOrWhiteSpace(order.Text) ? null : order.Text,
        };
        return await InsertAsync(cart, webhook, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Creates a cart for a customer on behalf of the shop or an assistant, and raises <see cref="CartReceived"/> as for a cart that was
    /// sent.
    /// </summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="to">The recipient of replies.</param>
    /// <param name="lines">The products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cart.</returns>
    /// <exception cref="ArgumentException">There are no lines, or one has no product or a quantity below 1.</exception>
    public virtual Task<Cart> CreateAsync(
        CustomerKey customer, Recipient to, IEnumerable<CartLine> lines, CancellationToken cancellationToken = default) =>
        InsertAsync(NewCart(_shop.Ids.Next(), customer, to, Checked(lines)), webhook: null, cancellationToken);

    /// <summary>Finds a cart.</summary>
    /// <param name="id">The cart.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The cart; <see langword="null"/> if it does not exist.</returns>
    public virtual Task<Cart?> GetAsync(CartId id, CancellationToken cancellationToken = default) =>
        _shop.Store.FindCartAsync(_shop.ShopId, id, cancellationToken);

    /// <summary>Replaces the lines of a cart. An existing offer for it is canceled at its provider first.</summary>
    /// <param name="id">The cart.</param>
    /// <param name="lines">All its lines.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The cart to use from now on, which is a new one when the old one was locked; or why nothing was changed. A customer who paid in the
    /// meantime has ordered what was offered.
    /// </returns>
    /// <exception cref="ArgumentException">There are no lines, or one has no product or a quantity below 1.</exception>
    public virtual async Task<ChangeResult> ChangeAsync(
        CartId id, IEnumerable<CartLine> lines, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CartLine> joined = CartSteps.Join(Checked(lines));
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            if (cart is not { State: CartState.Open })
            {
                return await Closing.CloseAsync(
                    id, CartState.Replaced, old => CartSteps.Successor(old, _shop.Ids.Next(), joined), cancellationToken)
                    .ConfigureAwait(false);
            }

            Cart changed = cart with { Lines = joined, ConfirmedQuote = null };
            StorefrontStep step = new() { ShopId = _shop.ShopId, Carts = [changed] };
            if (await _shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
            {
                return new ChangeResult { Outcome = ChangeOutcome.Changed, Cart = changed with { Version = cart.Version + 1 } };
            }
        }

        throw new StorefrontBusyException($"Cart {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Drops a cart that the customer does not want. An existing offer for it is canceled at its provider first.</summary>
    /// <param name="id">The cart.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it was dropped, or why not.</returns>
    public virtual Task<ChangeResult> DropAsync(CartId id, CancellationToken cancellationToken = default) =>
        Closing.CloseAsync(id, CartState.Expired, successor: null, cancellationToken);

    /// <summary>The id of the cart that a message creates, however often the message is delivered.</summary>
    internal static CartId IdOf(string shopId, OrderEvent order) =>
        SendKey.HashOf("cart", shopId, order.PhoneNumberId.Value, order.Id.Value)[..32];

    private CartClosing Closing => _closing ?? throw new InvalidOperationException(
        "Without the checkout carts are only received and read: call AddCheckout() to change offers.");

    internal Cart NewCart(CartId id, CustomerKey customer, Recipient to, IEnumerable<CartLine> lines) => new()
    {
        ShopId = _shop.ShopId,
        Id = id,
        Customer = customer.HasValue ? customer : new CustomerKey($"cart/{id}"),
        To = to,
        Lines = CartSteps.Join(lines),
        Language = PhoneCountries.LanguageOf(to),
        CreatedAt = _shop.Now,
        ExpiresAt = _shop.Now + _shop.Options.CartLifetime,
    };

    /// <summary>
    /// Turns a proposal that the customer confirmed into a received cart and raises its event, so that handlers of carts price and answer
    /// it.
    /// </summary>
    /// <returns>Whether it still was a proposal.</returns>
    internal async Task<bool> ConfirmProposalAsync(CartId id, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            if (await GetAsync(id, cancellationToken).ConfigureAwait(false) is not Cart cart || !CartProposals.IsProposal(cart))
            {
                return false;
            }

            Cart confirmed = cart with { AskedStep = null, SentAt = _shop.Now };
            StorefrontStep step = new() { ShopId = _shop.ShopId, Carts = [confirmed] };
            if (await _shop.CommitAsync(step, [ReceivedOf(confirmed, _shop.Now)], cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new StorefrontBusyException($"Cart {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    private static CartReceived ReceivedOf(Cart cart, DateTimeOffset at) => new()
    {
        Id = $"{cart.Id}/received",
        ShopId = cart.ShopId,
        Customer = cart.Customer,
        PhoneNumberId = cart.PhoneNumberId,
        At = at,
        CartId = cart.Id,
    };

    private async Task<Cart> InsertAsync(Cart cart, WebhookContext? webhook, CancellationToken cancellationToken)
    {
        StorefrontStep step = new() { ShopId = _shop.ShopId, Carts = [cart], Webhook = webhook };
        return await _shop.CommitAsync(step, [ReceivedOf(cart, cart.CreatedAt)], cancellationToken).ConfigureAwait(false)
            ? cart with { Version = 1 }
            : await GetAsync(cart.Id, cancellationToken).ConfigureAwait(false)
                ?? throw new StorefrontBusyException($"Cart {cart.Id} could not be stored.");
    }

    private static CartLine[] Checked(IEnumerable<CartLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        CartLine[] all = [.. lines];
        return all.Length > 0 && all.All(line => line.RetailerId.HasValue && line.Quantity > 0)
            ? all
            : throw new ArgumentException("A cart needs lines, each with a product and a quantity of 1 or more.", nameof(lines));
    }

    private static CartLine Line(OrderItem item) => new()
    {
        RetailerId = item.RetailerId,
        Quantity = item.Quantity,
        ShownPrice = item.ItemPrice is { Currency.MinorUnits: not null } price ? price.Round() : null,
    };
}
