namespace WhatsCommerce.Storefronts;

/// <summary>Offers carts for payment, and settles payments. Available as <see cref="Storefront.Checkout"/>.</summary>
public class StorefrontCheckout
{
    private readonly ShopServices _shop = null!;
    private readonly CartLock _cartLock = null!;
    private readonly CartClosing _closing = null!;
    private readonly Attempts _attempts = null!;
    private readonly CheckoutProviders _providers = null!;
    private readonly WebhookEffects _webhooks = null!;
    private readonly OfferSuccession _succession = null!;

    internal StorefrontCheckout(
        ShopServices shop, CartLock cartLock, CartClosing closing, Attempts attempts, CheckoutProviders providers, WebhookEffects webhooks)
    {
        _shop = shop;
        _cartLock = cartLock;
        _closing = closing;
        _attempts = attempts;
        _providers = providers;
        _webhooks = webhooks;
        _succession = new OfferSuccession(shop, cartLock);
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontCheckout() { }

    /// <summary>Gets the payment providers of the shop, in the order in which they were added.</summary>
    public virtual IReadOnlyList<ICheckoutProvider> Providers { get; internal init; } = [];

    /// <summary>Gets the webhook receivers of the payment providers.</summary>
    public virtual IReadOnlyList<IProviderWebhooks> WebhookReceivers => LateReceivers?.Value ?? [];

    internal Lazy<IReadOnlyList<IProviderWebhooks>>? LateReceivers { get; init; }

    /// <summary>
    /// Prices a cart and offers a way to pay it. Idempotent: while the offer is valid, further calls return the same offer.
    /// </summary>
    /// <param name="cartId">The cart.</param>
    /// <param name="provider">
    /// The name of the provider that the customer chose; <see langword="null"/> to take the only one that accepts the quote.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; an attempt that is under way is read back by the sweep.</param>
    /// <returns>The offer, or what the customer must confirm or answer first.</returns>
    /// <exception cref="StorefrontBusyException">The cart was changed concurrently too many times.</exception>
    public virtual Task<OfferResult> OfferAsync(
        CartId cartId, string? provider = null, CancellationToken cancellationToken = default) =>
        OfferAsync(cartId, known: null, provider, cancellationToken);

    /// <summary>The same for a cart that was just read; it is read again only if it has changed since.</summary>
    internal async Task<OfferResult> OfferAsync(
        CartId cartId, Cart? known, string? provider, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = known
                ?? await _shop.Store.FindCartAsync(_shop.ShopId, cartId, cancellationToken).ConfigureAwait(false);
            known = null;
            OfferResult? result = cart switch
            {
                { State: CartState.Open } => await LockAsync(cart, provider, cancellationToken).ConfigureAwait(false),
                { State: CartState.Locked } => await OfferOrderAsync(cart, provider, cancellationToken).ConfigureAwait(false),
                { State: CartState.Converted } => await OrderedAsync(cart, cancellationToken).ConfigureAwait(false),
                _ => new OfferResult { Outcome = OfferOutcome.CartGone, Cart = cart },
            };
            if (result is not null)
            {
                return await WithMessageAsync(result, cancellationToken).ConfigureAwait(false);
            }
        }

        throw new StorefrontBusyException($"Cart {cartId} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Records that the customer agrees to a quote that differs from what was shown.</summary>
    /// <param name="cartId">The cart.</param>
    /// <param name="fingerprint"><see cref="Quote.Fingerprint"/> of the quote that was shown.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the cart is open and the price is now confirmed; a different price must be confirmed again.</returns>
    public virtual async Task<bool> ConfirmAsync(CartId cartId, string fingerprint, CancellationToken cancellationToken = default)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = await _shop.Store.FindCartAsync(_shop.ShopId, cartId, cancellationToken).ConfigureAwait(false);
            if (cart is not { State: CartState.Open })
            {
                return false;
            }

            StorefrontStep step = new() { ShopId = _shop.ShopId, Carts = [cart with { ConfirmedQuote = fingerprint }] };
            if (await _shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        throw new StorefrontBusyException($"Cart {cartId} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>
    /// Finds the offer that replaces an attempt whose quote has expired because prices have changed. It changes nothing; use it for pages
    /// that are opened with an old link.
    /// </summary>
    /// <param name="attemptId">The attempt that the link names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// <see cref="OfferOutcome.ConfirmPrice"/> with the order as it was offered, the cart to offer again and the quote to confirm, by
    /// <see cref="OfferAsync(CartId, string?, CancellationToken)"/> and <see cref="ConfirmAsync"/>;
    /// <see cref="OfferOutcome.ChooseProvider"/> with the order that replaced it, once that was confirmed; <see langword="null"/> when the
    /// order of the attempt is unchanged, was canceled, or was replaced by other goods.
    /// </returns>
    public virtual Task<OfferResult?> FindSuccessorAsync(AttemptId attemptId, CancellationToken cancellationToken = default) =>
        _succession.FindAsync(attemptId, cancellationToken);

    /// <summary>
    /// Reads an attempt back from its provider and applies its state. Webhooks, return pages and the sweep all settle payments this way.
    /// </summary>
    /// <remarks>Idempotent: it may be called at any time, repeatedly, and concurrently from several instances.</remarks>
    /// <param name="attemptId">The attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state of the attempt.</returns>
    public virtual Task<SettleResult> SettleAsync(AttemptId attemptId, CancellationToken cancellationToken = default) =>
        _attempts.SettleAsync(attemptId, cancellationToken);

    /// <summary>Applies a webhook of a provider exactly once: the attempt that it names is read back, and so are its refunds.</summary>
    /// <remarks>For your own <see cref="IProviderWebhooks"/>, after the signature was verified.</remarks>
    /// <param name="attemptId">The attempt that the webhook names.</param>
    /// <param name="provider">The name of the provider; an attempt of another provider is ignored.</param>
    /// <param name="eventId">The provider's id of the event, which is stored with its effect.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How to respond to the provider.</returns>
    public virtual Task<ProviderWebhookResult> ApplyWebhookAsync(
        AttemptId attemptId, string provider, string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        return _webhooks.ApplyAsync(attemptId, provider, eventId, cancellationToken);
    }

    /// <summary>Adds the message with which the customer pays, for payments within WhatsApp.</summary>
    private async Task<OfferResult> WithMessageAsync(OfferResult offer, CancellationToken cancellationToken) =>
        offer is { Outcome: OfferOutcome.Offered, Attempt: PaymentAttempt attempt, Order: Order order }
            ? offer with
            {
                Message = await _providers.Get(attempt.Provider).CreateMessageAsync(attempt, order, cancellationToken)
                    .ConfigureAwait(false),
            }
            : offer;

    private async Task<OfferResult> OrderedAsync(Cart cart, CancellationToken cancellationToken)
    {
        Order? order = await _shop.Store.FindOrderAsync(_shop.ShopId, cart.OrderId, cancellationToken).ConfigureAwait(false);
        OfferOutcome outcome = order is { State: OrderState.Cancelled } ? OfferOutcome.CartGone : OfferOutcome.Ordered;
        return new OfferResult { Outcome = outcome, Cart = cart, Order = order, Quote = order?.Quote };
    }

    /// <summary>Locks the cart and continues with the rows that were written, without reading them back.</summary>
    private async Task<OfferResult?> LockAsync(Cart cart, string? provider, CancellationToken cancellationToken)
    {
        (OfferResult? told, LockedCart? locked) = await _cartLock.TryLockAsync(
            cart,
            order => _shop.Guards.Has(Guard.AttemptIsStoredFirst)
                && Chosen(_providers.Accepting(order.Quote), provider) is ICheckoutProvider chosen
                    ? _attempts.New(order, chosen.Name)
                    : null,
            cancellationToken).ConfigureAwait(false);
        if (locked is null)
        {
            return told;
        }

        if (locked.Attempt is null)
        {
            return await OfferOrderAsync(locked.Cart, locked.Order, provider, cancellationToken).ConfigureAwait(false);
        }

        AttemptRows rows = new() { Attempt = locked.Attempt, Order = locked.Order, Cart = locked.Cart };
        SettleResult started = await _attempts.CreateAsync(rows, cancellationToken).ConfigureAwait(false);
        return await TellAsync(Untold(locked.Cart, locked.Order), started, cancellationToken).ConfigureAwait(false);
    }

    private static OfferResult Untold(Cart cart, Order order) =>
        new() { Outcome = OfferOutcome.Unknown, Cart = cart, Order = order, Quote = order.Quote };

    /// <summary>The provider that the customer chose, or the only one that there is.</summary>
    private static ICheckoutProvider? Chosen(IReadOnlyList<ICheckoutProvider> accepting, string? provider) => provider is null
        ? accepting is [{ IsPaidLater: false } only] ? only : null
        : accepting.FirstOrDefault(one => one.Name == provider);

    private async Task<OfferResult?> OfferOrderAsync(Cart cart, string? provider, CancellationToken cancellationToken)
    {
        Order order = await _shop.Store.FindOrderAsync(_shop.ShopId, cart.OrderId, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Cart {cart.Id} is locked without an order.");
        return await OfferOrderAsync(cart, order, provider, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OfferResult?> OfferOrderAsync(
        Cart cart, Order order, string? provider, CancellationToken cancellationToken)
    {
        if (order.State == OrderState.Cancelled)
        {
            // Cart and order were read at different times: the cart has been closed in between.
            return null;
        }

        if (order.State != OrderState.AwaitingCheckout)
        {
            return new OfferResult { Outcome = OfferOutcome.Ordered, Cart = cart, Order = order, Quote = order.Quote };
        }

        OfferResult told = Untold(cart, order);
        if (order.AttemptId.HasValue && _shop.Guards.Has(Guard.OneLiveAttempt))
        {
            PaymentAttempt? attempt = await _shop.Store.FindAttemptAsync(_shop.ShopId, order.AttemptId, cancellationToken)
                .ConfigureAwait(false);
            if (attempt is { IsLive: true }
                && (attempt.State != AttemptState.Pending || _shop.Guards.Has(Guard.PendingBlocksAttempts)))
            {
                return await ContinueAsync(told, attempt, provider, cancellationToken).ConfigureAwait(false);
            }
        }

        if (_shop.Now >= order.Quote.ValidUntil)
        {
            return await RequoteAsync(cart, order, provider, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<ICheckoutProvider> accepting = _providers.Accepting(order.Quote);
        ICheckoutProvider? chosen = Chosen(accepting, provider);
        if (chosen is null)
        {
            return told with
            {
                Outcome = accepting.Count == 0 ? OfferOutcome.NoProvider : OfferOutcome.ChooseProvider,
                Providers = accepting,
            };
        }

        SettleResult? started = await _attempts.StartAsync(cart, order, chosen.Name, cancellationToken).ConfigureAwait(false);
        return started is null ? null : await TellAsync(told, started, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles an existing attempt: it is returned again, or its state is determined first.</summary>
    private async Task<OfferResult?> ContinueAsync(
        OfferResult told, PaymentAttempt attempt, string? provider, CancellationToken cancellationToken)
    {
        SettleResult settled;
        switch (attempt.State)
        {
            case AttemptState.Pending:
                return told with { Outcome = OfferOutcome.Pending, Attempt = attempt };
            case AttemptState.Offered when _shop.Now < attempt.ExpiresAt && (provider is null || provider == attempt.Provider):
                return told with { Outcome = OfferOutcome.Offered, Attempt = attempt };
            case AttemptState.Offered:
                AttemptState end = _shop.Now < attempt.ExpiresAt ? AttemptState.Cancelled : AttemptState.Expired;
                settled = await _attempts.TakeBackAsync(attempt.Id, end, cancellationToken).ConfigureAwait(false);
                break;
            default:
                settled = await _attempts.SettleAsync(attempt.Id, cancellationToken).ConfigureAwait(false);
                break;
        }

        // An attempt that has ended or can be paid is evaluated again; every other state is reported.
        return settled.Outcome is SettleOutcome.Ended or SettleOutcome.Open && settled.Attempt!.State != attempt.State
            ? null
            : await TellAsync(told, settled, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OfferResult?> TellAsync(OfferResult told, SettleResult settled, CancellationToken cancellationToken)
    {
        told = told with { Attempt = settled.Attempt, Order = settled.Order ?? told.Order };
        switch (settled.Outcome)
        {
            case SettleOutcome.Open:
                return told with { Outcome = OfferOutcome.Offered };
            case SettleOutcome.Pending when settled.Order is { State: OrderState.AwaitingCheckout }:
                return told with { Outcome = OfferOutcome.Pending };
            case SettleOutcome.Pending or SettleOutcome.Paid or SettleOutcome.NeedsReview:
                return await OrderedAsync(told.Cart! with { OrderId = told.Order!.Id }, cancellationToken).ConfigureAwait(false);
            case SettleOutcome.Ended:
                // The provider rejected it, so the customer may choose another one.
                return told with
                {
                    Outcome = OfferOutcome.ChooseProvider,
                    Attempt = null,
                    Providers = [.. _providers.Accepting(told.Quote!).Where(one => one.Name != settled.Attempt?.Provider)],
                };
            default:
                return told;
        }
    }

    /// <summary>
    /// Renews an expired, unpaid quote. If the price is the same, the order is kept; otherwise a new cart is created, in which the customer
    /// confirms the new price.
    /// </summary>
    private async Task<OfferResult?> RequoteAsync(Cart cart, Order order, string? provider, CancellationToken cancellationToken)
    {
        PricedCart priced = await _cartLock.PriceAsync(cart, cancellationToken).ConfigureAwait(false);
        if (priced is { Problems.Count: 0, Quote: Quote quote } && quote.Fingerprint == order.Quote.Fingerprint
            && (await _cartLock.HoldAsync(order.Id, quote, cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            StorefrontStep step = new() { ShopId = _shop.ShopId, Orders = [order with { Quote = quote }] };
            await _shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false);
            return null;
        }

        // The customer saw the old quote last, so its prices are the shown prices.
        Dictionary<RetailerId, Money> shown = order.Quote.Lines.ToDictionary(line => line.RetailerId, line => line.UnitPrice);
        ChangeResult changed = await _closing.CloseAsync(
            cart.Id,
            CartState.Replaced,
            old => CartSteps.Successor(
                old,
                _shop.Ids.Next(),
                [
                    .. old.Lines.Select(line => line with
                    {
                        ShownPrice = shown.TryGetValue(line.RetailerId, out Money price) ? price : null,
                    }),
                ],
                old.ConfirmedQuote ?? order.Quote.Fingerprint),
            cancellationToken).ConfigureAwait(false);
        return changed.Outcome == ChangeOutcome.Changed
            ? await OfferAsync(changed.Cart!.Id, provider, cancellationToken).ConfigureAwait(false)
            : null;
    }
}
