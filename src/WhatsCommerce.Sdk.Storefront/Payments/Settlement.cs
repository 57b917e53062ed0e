namespace WhatsCommerce.Storefronts;

/// <summary>
/// Applies the state that a provider reports to attempt, order and cart. This is the only place where an order becomes paid by a provider.
/// </summary>
/// <remarks>
/// Webhooks, return pages, the sweep and the shop itself call it concurrently and in any order. Each call reads the rows, decides, and
/// writes only if they are unchanged (optimistic concurrency); the loser reads again.
/// </remarks>
internal sealed class Settlement(ShopServices shop, CheckoutProviders providers, IStockHold stock, ILatePaymentPolicy? latePayments)
{
    private const int MostRounds = 50;

    private Guards Guards => shop.Guards;

    public async Task<SettleResult> ApplyAsync(AttemptId id, ProviderPayment payment, CancellationToken cancellationToken) =>
        (await TryApplyAsync(id, known: null, payment, cause: null, static _ => false, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Ends an attempt that the provider canceled, unless it became pending in the meantime.</summary>
    /// <returns>The state of the attempt; null when it became pending, in which case nothing was done.</returns>
    public Task<SettleResult?> EndAsync(AttemptId id, ProviderPayment ended, CancellationToken cancellationToken) =>
        TryApplyAsync(id, known: null, ended, cause: null, attempt => attempt.State == AttemptState.Pending, cancellationToken);

    /// <summary>Applies the state that a provider reports, and stores the webhook that was the cause in the same transaction.</summary>
    /// <param name="known">The rows as they were before the provider was asked: read again only when they have changed since.</param>
    /// <param name="payment">The state that the provider reports.</param>
    /// <param name="cause">The webhook, if one was the cause.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SettleResult> ApplyAsync(
        AttemptRows known, ProviderPayment payment, ProviderEvent? cause, CancellationToken cancellationToken) =>
        (await TryApplyAsync(known.Attempt.Id, known, payment, cause, static _ => false, cancellationToken).ConfigureAwait(false))!;

    private async Task<SettleResult?> TryApplyAsync(
        AttemptId id,
        AttemptRows? known,
        ProviderPayment payment,
        ProviderEvent? cause,
        Predicate<PaymentAttempt> isMoved,
        CancellationToken cancellationToken)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            bool isKnown = known is not null;
            AttemptRows? rows = known
                ?? await shop.Store.FindAttemptRowsAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
            known = null;
            if (rows is null)
            {
                return new SettleResult { Outcome = SettleOutcome.NotFound };
            }

            (PaymentAttempt attempt, Order order) = (rows.Attempt, rows.Order);
            if (isMoved(attempt))
            {
                return null;
            }

            Change? change = await DecideAsync(attempt, order, payment, cancellationToken).ConfigureAwait(false);
            if (isKnown && change?.Order is null && (change is null || payment.State != ProviderPaymentState.Open))
            {
                // A result that writes no rows, or depends on an order that it does not write, must be based on current rows.
                continue;
            }

            if (change is null)
            {
                return SettleResult.Of(attempt, order);
            }

            if (await CommitAsync(rows, change, cause, cancellationToken).ConfigureAwait(false))
            {
                return SettleResult.Of(change.Attempt, change.Order ?? order);
            }

            // The webhook was delivered twice concurrently and the other delivery was applied first, so only reading remains.
            cause = cause is not null && await shop.Store.HasProviderEventAsync(
                shop.ShopId, cause.Provider, cause.Id, cancellationToken).ConfigureAwait(false) ? null : cause;
        }

        throw new StorefrontBusyException($"Attempt {id} was changed concurrently {MostRounds} times in a row.");
    }

    private Task<Change?> DecideAsync(
        PaymentAttempt attempt, Order order, ProviderPayment payment, CancellationToken cancellationToken) => payment.State switch
    {
        ProviderPaymentState.Paid => PaidAsync(attempt, order, payment, cancellationToken),
        ProviderPaymentState.PaidLater => PaidLaterAsync(attempt, order, payment, cancellationToken),
        ProviderPaymentState.Open => Task.FromResult(Open(attempt, order, payment)),
        ProviderPaymentState.Pending => Task.FromResult(Pending(attempt, order, payment)),
        ProviderPaymentState.Failed => Task.FromResult(Ended(attempt, order, AttemptState.Failed)),
        ProviderPaymentState.Expired => Task.FromResult(Ended(attempt, order, AttemptState.Expired)),
        ProviderPaymentState.Cancelled => Task.FromResult(Ended(attempt, order, AttemptState.Cancelled)),
        _ => Task.FromResult<Change?>(null),
    };

    private Change? Open(PaymentAttempt attempt, Order order, ProviderPayment payment)
    {
        if (attempt.State is AttemptState.Offered)
        {
            return new Change(attempt with { Checks = attempt.Checks + 1, CheckAt = NextCheck(attempt) });
        }

        if (attempt.State is not (AttemptState.Created or AttemptState.Unknown))
        {
            return null;
        }

        PaymentAttempt offered = attempt.In(AttemptState.Offered) with
        {
            ProviderReference = payment.ProviderReference ?? attempt.ProviderReference,
            Url = payment.Url ?? attempt.Url,
            OfferedAt = attempt.OfferedAt ?? shop.Now,
            CheckAt = NextCheck(attempt),
        };
        return new Change(offered)
        {
            Events = attempt.OfferedAt is not null ? [] :
            [
                new CheckoutOffered
                {
                    Id = OrderSteps.EventId(attempt, "offered"),
                    ShopId = shop.ShopId,
                    Customer = order.Customer,
                    At = shop.Now,
                    OrderId = order.Id,
                    OrderNumber = order.Number,
                    PhoneNumberId = order.PhoneNumberId,
                    AttemptId = attempt.Id,
                    Provider = attempt.Provider,
                    Url = offered.Url,
                },
            ],
        };
    }

    private PaymentPending PendingOf(PaymentAttempt attempt, Order order) => new()
    {
        Id = OrderSteps.EventId(attempt, "pending"),
        ShopId = shop.ShopId,
        Customer = order.Customer,
        At = shop.Now,
        OrderId = order.Id,
        OrderNumber = order.Number,
        PhoneNumberId = order.PhoneNumberId,
        AttemptId = attempt.Id,
    };

    private Change? Pending(PaymentAttempt attempt, Order order, ProviderPayment payment)
    {
        if (attempt.State == AttemptState.Pending)
        {
            if (attempt.IsApproved && !payment.IsCapturable)
            {
                return new Change(attempt with { IsApproved = false, Checks = attempt.Checks + 1, CheckAt = NextCheck(attempt) })
                {
                    Events = [PendingOf(attempt, order)],
                };
            }

            return attempt.CheckAt is null
                ? null
                : new Change(attempt with { Checks = attempt.Checks + 1, CheckAt = NextCheck(attempt) });
        }

        if (!attempt.IsLive)
        {
            return null;
        }

        PaymentAttempt pending = attempt.In(AttemptState.Pending) with
        {
            ProviderReference = payment.ProviderReference ?? attempt.ProviderReference,
            CheckAt = NextCheck(attempt),
            IsApproved = payment.IsCapturable,
        };
        Order? next = order.AttemptId == attempt.Id && order.Payment == OrderPaymentState.Due
            ? order.PaymentIn(OrderPaymentState.Pending)
            : null;
        return new Change(pending)
        {
            Order = next,
            Events = next is null || payment.IsCapturable ? [] : [PendingOf(attempt, order)],
        };
    }

    private Change? Ended(PaymentAttempt attempt, Order order, AttemptState state)
    {
        if (!attempt.IsLive)
        {
            return null;
        }

        Change change = new(attempt.In(state) with { CheckAt = shop.Now + Attempts.TimeBetweenLooks });
        bool isOwn = order.AttemptId == attempt.Id && order.State == OrderState.AwaitingCheckout;
        if (!Guards.Has(Guard.FailureMovesItsOwnOrderOnly))
        {
            return change with { Order = order with { State = OrderState.Cancelled, AttemptId = default } };
        }

        if (isOwn)
        {
            change = change with { Order = order.PaymentIn(OrderPaymentState.Due) with { AttemptId = default } };
        }

        return state == AttemptState.Cancelled || !isOwn
            ? change
            : change with
            {
                Events =
                [
                    new PaymentFailed
                    {
                        Id = OrderSteps.EventId(attempt, "failed"),
                        ShopId = shop.ShopId,
                        Customer = order.Customer,
                        At = shop.Now,
                        OrderId = order.Id,
                        OrderNumber = order.Number,
                        PhoneNumberId = order.PhoneNumberId,
                        AttemptId = attempt.Id,
                        State = state,
                    },
                ],
            };
    }

    /// <summary>The customer agreed to pay on delivery: the order is placed, and its money is due.</summary>
    private async Task<Change?> PaidLaterAsync(
        PaymentAttempt attempt, Order order, ProviderPayment payment, CancellationToken cancellationToken)
    {
        if (!attempt.IsLive || attempt.State == AttemptState.Pending || order.State != OrderState.AwaitingCheckout)
        {
            return null;
        }

        PaymentAttempt agreed = attempt.In(AttemptState.Pending) with { ProviderReference = payment.ProviderReference, CheckAt = null };
        StockRequest goods = StockRequest.Of(shop.ShopId, order.Id, order.Quote);
        return await stock.ConfirmAsync(goods, cancellationToken).ConfigureAwait(false)
            ? new Change(agreed) { Order = OrderSteps.Place(order, shop.Now), Events = [OrderSteps.Placed(order, shop.Now)] }
            : OrderSteps.Review(new Change(agreed) { Order = order }, order, ReviewReason.StockGone, shop.Now);
    }

    private async Task<Change?> PaidAsync(
        PaymentAttempt attempt, Order order, ProviderPayment payment, CancellationToken cancellationToken)
    {
        if (attempt.State == AttemptState.Paid)
        {
            return providers.TellsOfReversals(attempt.Provider) ? Reversals.Of(attempt, order, payment, shop) : null;
        }

        Money amount = payment.Amount ?? throw new InvalidOperationException(
            $"The provider {attempt.Provider} reports a payment without an amount.");
        bool isLate = !attempt.IsLive || order.State == OrderState.Cancelled;
        Change change = new(attempt.In(AttemptState.Paid) with
        {
            Paid = amount,
            RefundsReserved = new Money(0, amount.Currency),
            ProviderReference = payment.ProviderReference ?? attempt.ProviderReference,
            Checks = 0,
            CheckAt = !providers.TellsOfReversals(attempt.Provider) ? null
                : payment is { Refunded.Amount: > 0 } or { IsDisputed: true } ? shop.Now
                : Reversals.NextLook(attempt with { Checks = 0 }, shop.Now),
        });
        if (Mismatch(attempt, order, payment, amount) is ReviewReason mismatch)
        {
            // A test payment is reviewed by a person, but does not count as paid.
            bool counts = mismatch != ReviewReason.TestPayment && amount.Currency == order.Paid.Currency;
            return OrderSteps.Review(
                change with { Order = counts ? order with { Paid = order.Paid + amount } : order },
                order, mismatch, shop.Now);
        }

        bool isSecond = order.Paid.Amount > 0 && Guards.Has(Guard.SecondChargeIsHeld);
        Order paid = order with { Paid = order.Paid + amount, AttemptId = isSecond ? order.AttemptId : attempt.Id };
        paid = paid.Payment is OrderPaymentState.Due or OrderPaymentState.Pending ? paid.PaymentIn(OrderPaymentState.Paid) : paid;
        change = change with { Order = paid, Events = [Received(order, amount, attempt)] };
        if (isSecond)
        {
            return OrderSteps.Review(change, order, ReviewReason.PaidTwice, shop.Now);
        }

        ReviewReason? reason = isLate && Guards.Has(Guard.LatePaymentIsHeld) ? ReviewReason.PaidLate : null;
        if (reason is null && order.State == OrderState.AwaitingCheckout)
        {
            bool isThere = await stock.ConfirmAsync(StockRequest.Of(shop.ShopId, order.Id, order.Quote), cancellationToken)
                .ConfigureAwait(false);
            reason = isThere || !Guards.Has(Guard.StockIsConfirmed) ? null : ReviewReason.StockGone;
        }

        return await EndAsync(change, order, reason, amount, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Change> EndAsync(
        Change change, Order order, ReviewReason? reason, Money amount, CancellationToken cancellationToken)
    {
        LatePaymentDecision decision = reason is null
            ? LatePaymentDecision.Accept
            : latePayments is null
                ? LatePaymentDecision.Hold
                : await latePayments.DecideAsync(order, reason.Value, amount, cancellationToken).ConfigureAwait(false);
        switch (decision)
        {
            case LatePaymentDecision.Hold:
                return OrderSteps.Review(change, order, reason!.Value, shop.Now);
            case LatePaymentDecision.Refund:
                return RefundSteps.Return(change, shop.Ids.Next(), reason!.Value, shop.Now);
            default:
                if (order.State is not (OrderState.AwaitingCheckout or OrderState.Cancelled))
                {
                    // The order was placed before, to be paid on delivery, and is paid with this payment.
                    return change;
                }

                return change with
                {
                    Order = OrderSteps.Place(change.Order!, shop.Now),
                    Events = [.. change.Events, OrderSteps.Placed(order, shop.Now)],
                };
        }
    }

    private ReviewReason? Mismatch(PaymentAttempt attempt, Order order, ProviderPayment payment, Money amount)
    {
        if (amount.Currency != attempt.Amount.Currency && Guards.Has(Guard.CurrencyIsTheQuotes))
        {
            return ReviewReason.CurrencyDiffers;
        }

        if ((amount.Amount != attempt.Amount.Amount || order.Quote.Total != attempt.Amount) && Guards.Has(Guard.AmountIsTheQuotes))
        {
            return ReviewReason.AmountDiffers;
        }

        if (payment.Reference != attempt.Id.Value && Guards.Has(Guard.ReferenceIsTheAttempts))
        {
            return ReviewReason.ReferenceDiffers;
        }

        return payment.IsTest && !shop.Options.AllowTestPayments && Guards.Has(Guard.TestMoneyIsRefused) ? ReviewReason.TestPayment : null;
    }

    private PaymentReceived Received(Order order, Money amount, PaymentAttempt attempt) => new()
    {
        Id = OrderSteps.EventId(attempt, "received"),
        ShopId = shop.ShopId,
        Customer = order.Customer,
        At = shop.Now,
        OrderId = order.Id,
        OrderNumber = order.Number,
        PhoneNumberId = order.PhoneNumberId,
        Amount = amount,
        AttemptId = attempt.Id,
    };

    private async Task<bool> CommitAsync(
        AttemptRows rows, Change change, ProviderEvent? cause, CancellationToken cancellationToken)
    {
        Order order = rows.Order;
        Cart? cart = change.Order is { State: not OrderState.AwaitingCheckout } ? rows.Cart : null;
        bool isCommitted = await shop.CommitAsync(
            new StorefrontStep
            {
                ShopId = shop.ShopId,
                Attempts = [change.Attempt],
                Orders = change.Order is null ? [] : [change.Order],
                Carts = cart is { State: CartState.Locked } && change.Order!.State != order.State
                    ? [cart.In(change.Order.State == OrderState.Cancelled ? CartState.Expired : CartState.Converted)]
                    : [],
                Refunds = change.Refund is null ? [] : [change.Refund],
                ProviderEvents = cause is null ? [] : [cause],
            },
            change.Events,
            cancellationToken).ConfigureAwait(false);
        if (isCommitted && change.Order is { State: OrderState.NeedsReview, ReviewReason: ReviewReason reason }
            && order.State != OrderState.NeedsReview)
        {
            StorefrontLog.NeedsReview(shop.Logger, order.Id, reason);
        }

        return isCommitted;
    }

    /// <summary>Exponential backoff, from one minute to six hours.</summary>
    private DateTimeOffset NextCheck(PaymentAttempt attempt) => shop.Now + Waits.After(attempt.Checks);
}
