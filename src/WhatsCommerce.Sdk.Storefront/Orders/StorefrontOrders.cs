namespace WhatsCommerce.Storefronts;

/// <summary>
/// Finds orders, marks them as paid, refunds and advances them, and resolves reviews. Available as <see cref="Storefront.Orders"/>.
/// </summary>
public class StorefrontOrders
{
    private readonly ShopServices _shop = null!;
    private readonly CartLock _cartLock = null!;
    private readonly Attempts _attempts = null!;
    private readonly Refunds _refunds = null!;
    private readonly ProviderCalls _calls = null!;

    internal StorefrontOrders(ShopServices shop, CartLock cartLock, Attempts attempts, Refunds refunds, ProviderCalls calls)
    {
        _shop = shop;
        _cartLock = cartLock;
        _attempts = attempts;
        _refunds = refunds;
        _calls = calls;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontOrders() { }

    /// <summary>Finds an order.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order; <see langword="null"/> if it does not exist.</returns>
    public virtual Task<Order?> GetAsync(OrderId id, CancellationToken cancellationToken = default) =>
        _shop.Store.FindOrderAsync(_shop.ShopId, id, cancellationToken);

    /// <summary>Finds an order by its number as people write it: case-insensitive, with O for 0, and I or L for 1.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order; <see langword="null"/> if it does not exist.</returns>
    public virtual async Task<Order?> FindByNumberAsync(string number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return await _shop.Store.FindOrderByNumberAsync(_shop.ShopId, number, cancellationToken).ConfigureAwait(false)
            ?? await _shop.Store.FindOrderByNumberAsync(
                _shop.ShopId,
                number.Trim().ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1'),
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists orders, the newest first.</summary>
    /// <param name="query">The filter; <see langword="null"/> for the newest 100 orders that were placed or need review.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The orders.</returns>
    public virtual Task<IReadOnlyList<Order>> ListAsync(OrderQuery? query = null, CancellationToken cancellationToken = default) =>
        _shop.Store.ListOrdersAsync(_shop.ShopId, query ?? new OrderQuery(), cancellationToken);

    /// <summary>Lists the attempts to pay an order, the oldest first.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempts.</returns>
    public virtual Task<IReadOnlyList<PaymentAttempt>> ListAttemptsAsync(OrderId id, CancellationToken cancellationToken = default) =>
        _shop.Store.ListAttemptsAsync(_shop.ShopId, id, cancellationToken);

    /// <summary>Marks an order as paid, for example by bank transfer or in cash. Idempotent.</summary>
    /// <remarks>An open offer is canceled at its provider first, so that the customer cannot pay twice.</remarks>
    /// <param name="id">The order.</param>
    /// <param name="by">Who marks it.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome.</returns>
    public virtual async Task<MarkResult> MarkPaidAsync(
        OrderId id, string by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        for (int round = 0; round < Rounds.Most; round++)
        {
            Order? order = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            MarkOutcome? end = order switch
            {
                null or { State: OrderState.Cancelled } => MarkOutcome.Gone,
                { State: OrderState.NeedsReview } => MarkOutcome.NeedsReview,
                { Paid.Amount: > 0 } or { Payment: not (OrderPaymentState.Due or OrderPaymentState.Pending) } => MarkOutcome.AlreadyPaid,
                _ => null,
            };
            if (end is MarkOutcome outcome)
            {
                return new MarkResult { Outcome = outcome, Order = order };
            }

            if (await TryMarkAsync(order!, by, reason, cancellationToken).ConfigureAwait(false) is MarkResult result)
            {
                return result;
            }
        }

        throw new StorefrontBusyException($"Order {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Creates an order from a cart and marks it as paid, in one transaction. Idempotent.</summary>
    /// <remarks>Prices are not confirmed: it is assumed that you have agreed with the customer on what was paid.</remarks>
    /// <param name="id">The cart.</param>
    /// <param name="by">Who marks it.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome.</returns>
    public virtual async Task<MarkResult> MarkPaidAsync(
        CartId id, string by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = await _shop.Store.FindCartAsync(_shop.ShopId, id, cancellationToken).ConfigureAwait(false);
            if (cart is { State: CartState.Locked or CartState.Converted })
            {
                return await MarkPaidAsync(cart.OrderId, by, reason, cancellationToken).ConfigureAwait(false);
            }

            if (cart is not { State: CartState.Open })
            {
                return new MarkResult { Outcome = MarkOutcome.Gone };
            }

            PricedCart priced = await _cartLock.PriceAsync(cart, cancellationToken).ConfigureAwait(false);
            if (priced.Problems.Count > 0 || priced.Quote is not Quote quote)
            {
                return new MarkResult { Outcome = MarkOutcome.CannotBeSold };
            }

            Order order = await _cartLock.OrderOfAsync(cart, _shop.Ids.Next(), quote, cancellationToken).ConfigureAwait(false);
            await _cartLock.HoldAsync(order.Id, quote, cancellationToken).ConfigureAwait(false);
            Cart converted = cart.In(CartState.Locked).In(CartState.Converted) with { OrderId = order.Id };
            if (await CommitMarkAsync(order, owed: null, converted, by, reason, cancellationToken).ConfigureAwait(false) is
                MarkResult result)
            {
                return result;
            }

            await _cartLock.ReleaseAsync(order.Id, quote, cancellationToken).ConfigureAwait(false);
        }

        throw new StorefrontBusyException($"Cart {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Refunds a payment in full or in part. The sum of all refunds never exceeds what was paid.</summary>
    /// <param name="id">The order.</param>
    /// <param name="amount">The amount; <see langword="null"/> for the remaining amount.</param>
    /// <param name="by">Who requests the refund.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="attemptId">
    /// The attempt to refund, if the order was paid more than once; absent for the attempt that paid the order.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; a refund that is under way is read back by the sweep.</param>
    /// <returns>The outcome.</returns>
    public virtual Task<RefundResult> RefundAsync(
        OrderId id,
        Money? amount,
        string by,
        string reason,
        AttemptId attemptId = default,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _refunds.RequestAsync(id, amount, attemptId, by, reason, cancellationToken);
    }

    /// <summary>Changes the state of an order (being prepared, done, canceled) and notifies the customer.</summary>
    /// <remarks>Canceling a paid order refunds nothing automatically: call <see cref="RefundAsync"/>.</remarks>
    /// <param name="id">The order.</param>
    /// <param name="state">
    /// <see cref="OrderState.Fulfilling"/>, <see cref="OrderState.Done"/> or <see cref="OrderState.Cancelled"/>.
    /// </param>
    /// <param name="note">
    /// A sentence for the customer, at most <see cref="MessageLimits.InteractiveBody"/> characters; <see langword="null"/> or blank for the
    /// default text.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order, unchanged if it was already in that state; <see langword="null"/> if it does not exist.</returns>
    /// <exception cref="InvalidOperationException">The state cannot follow the current state of the order.</exception>
    /// <exception cref="WhatsCommerceValidationException">The note is too long for a message; the order keeps its state.</exception>
    public virtual async Task<Order?> AdvanceAsync(
        OrderId id, OrderState state, string? note = null, CancellationToken cancellationToken = default)
    {
        if (state is not (OrderState.Fulfilling or OrderState.Done or OrderState.Cancelled))
        {
            throw new InvalidOperationException($"An order cannot be advanced to {state}: that state follows from a payment or a review.");
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            note = null;
        }
        else
        {
            // The customer is notified later, when nobody can correct the note, so it is validated here.
            Message.OrderStatus("order", OrderStatus.Processing).Body(note).Build();
        }

        for (int round = 0; round < Rounds.Most; round++)
        {
            Order? order = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            if (order is null || order.State == state)
            {
                return order;
            }

            if (order.State is OrderState.AwaitingCheckout or OrderState.NeedsReview)
            {
                throw new InvalidOperationException(
                    $"Order {order.Number} is {order.State}: drop its cart, or resolve it, before it is advanced.");
            }

            PaymentAttempt? owed = state == OrderState.Cancelled
                ? await OwedAsync(order, cancellationToken).ConfigureAwait(false)
                : null;
            Order next = order.In(state);
            StorefrontStep step = new()
            {
                ShopId = _shop.ShopId,
                Orders = [next],
                Attempts = owed is null ? [] : [owed.In(AttemptState.Cancelled)],
            };
            StorefrontEvent[] events = [OrderSteps.Advanced(order, state, note, _shop.Now)];
            if (await _shop.CommitAsync(step, events, cancellationToken).ConfigureAwait(false))
            {
                if (state == OrderState.Cancelled)
                {
                    await _cartLock.ReleaseAsync(order.Id, order.Quote, cancellationToken).ConfigureAwait(false);
                }

                return next with { Version = order.Version + 1 };
            }
        }

        throw new StorefrontBusyException($"Order {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Resolves the review of an order: it is placed with what was paid, or canceled.</summary>
    /// <remarks>Nothing is refunded automatically: call <see cref="RefundAsync"/> for the attempt whose money it is.</remarks>
    /// <param name="id">The order.</param>
    /// <param name="resolution">Whether the order is placed or canceled.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The order, unchanged if it needs no review; <see langword="null"/> if it does not exist.</returns>
    public virtual async Task<Order?> ResolveAsync(
        OrderId id, ReviewResolution resolution, string by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!Enum.IsDefined(resolution))
        {
            throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "A review ends with the order placed or canceled.");
        }

        bool place = resolution == ReviewResolution.Place;
        for (int round = 0; round < Rounds.Most; round++)
        {
            Order? order = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            if (order is not { State: OrderState.NeedsReview })
            {
                return order;
            }

            Order decided = order with { DecidedBy = by, DecisionReason = reason };
            bool wasPlaced = order.PlacedAt is not null;
            Order next = place
                ? OrderSteps.Place(Paid(decided), _shop.Now)
                : decided.In(OrderState.Cancelled) with { ReviewReason = null };
            StorefrontEvent[] events = !place
                ? [OrderSteps.Advanced(order, OrderState.Cancelled, note: null, _shop.Now)]
                : wasPlaced ? [] : [OrderSteps.Placed(order, _shop.Now)];
            StorefrontStep step = new() { ShopId = _shop.ShopId, Orders = [next] };
            if (await _shop.CommitAsync(step, events, cancellationToken).ConfigureAwait(false))
            {
                return next with { Version = order.Version + 1 };
            }
        }

        throw new StorefrontBusyException($"Order {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    private async Task<MarkResult?> TryMarkAsync(Order order, string by, string reason, CancellationToken cancellationToken)
    {
        PaymentAttempt? attempt = order.AttemptId.HasValue
            ? await _shop.Store.FindAttemptAsync(_shop.ShopId, order.AttemptId, cancellationToken).ConfigureAwait(false)
            : null;
        PaymentAttempt? owed = attempt is { State: AttemptState.Pending } && _calls.Get(attempt.Provider).IsPaidLater ? attempt : null;
        if (attempt is { IsLive: true } && owed is null && _shop.Guards.Has(Guard.MarkTakesTheOfferBack))
        {
            SettleResult settled = await _attempts.TakeBackAsync(attempt.Id, AttemptState.Cancelled, cancellationToken)
                .ConfigureAwait(false);
            return settled.Outcome is SettleOutcome.Open or SettleOutcome.Pending or SettleOutcome.Unknown
                ? new MarkResult { Outcome = MarkOutcome.OfferStillOpen, Order = settled.Order }
                : null;
        }

        Cart? cart = await _shop.Store.FindCartAsync(_shop.ShopId, order.CartId, cancellationToken).ConfigureAwait(false);
        return await CommitMarkAsync(
            order, owed, cart is { State: CartState.Locked } ? cart.In(CartState.Converted) : null, by, reason, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<MarkResult?> CommitMarkAsync(
        Order order, PaymentAttempt? owed, Cart? cart, string by, string reason, CancellationToken cancellationToken)
    {
        bool isNew = order.State == OrderState.AwaitingCheckout;
        if (isNew)
        {
            // A person decided, so the goods are sold even if the stock was not held.
            await _cartLock.ConfirmAsync(order.Id, order.Quote, cancellationToken).ConfigureAwait(false);
        }

        Money total = order.Quote.Total;
        Order paid = order.PaymentIn(OrderPaymentState.Paid) with { Paid = total, DecidedBy = by, DecisionReason = reason };
        PaymentReceived received = new()
        {
            Id = OrderSteps.EventId(order, "marked"),
            ShopId = order.ShopId,
            Customer = order.Customer,
            At = _shop.Now,
            OrderId = order.Id,
            OrderNumber = order.Number,
            PhoneNumberId = order.PhoneNumberId,
            Amount = total,
            AttemptId = owed?.Id ?? default,
            By = by,
            Reason = reason,
        };
        StorefrontStep step = new()
        {
            ShopId = _shop.ShopId,
            Orders = [isNew ? OrderSteps.Place(paid, _shop.Now) : paid],
            Carts = cart is null ? [] : [cart],
            Attempts = owed is null
                ? []
                : [owed.In(AttemptState.Paid) with { Paid = total, RefundsReserved = new Money(0, total.Currency) }],
        };
        IReadOnlyList<StorefrontEvent> events = isNew ? [received, OrderSteps.Placed(order, _shop.Now)] : [received];
        return await _shop.CommitAsync(step, events, cancellationToken).ConfigureAwait(false)
            ? new MarkResult { Outcome = MarkOutcome.Marked, Order = step.Orders[0] with { Version = order.Version + 1 } }
            : null;
    }

    private async Task<PaymentAttempt?> OwedAsync(Order order, CancellationToken cancellationToken)
    {
        PaymentAttempt? attempt = order.AttemptId.HasValue
            ? await _shop.Store.FindAttemptAsync(_shop.ShopId, order.AttemptId, cancellationToken).ConfigureAwait(false)
            : null;
        return attempt is { State: AttemptState.Pending } ? attempt : null;
    }

    /// <summary>Placing an order after review accepts what was paid as its payment.</summary>
    private static Order Paid(Order order) =>
        order.Paid.Amount > 0 && order.Payment is OrderPaymentState.Due or OrderPaymentState.Pending
            ? order.PaymentIn(OrderPaymentState.Paid)
            : order;
}
