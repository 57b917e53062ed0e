namespace WhatsCommerce.Storefronts;

/// <summary>
/// Processes refunds: reserves the amount, requests the refund from the provider, and reads it back when there was no response.
/// </summary>
internal sealed class Refunds(ShopServices shop, ProviderCalls calls)
{
    public async Task<RefundResult> RequestAsync(
        OrderId orderId, Money? amount, AttemptId attemptId, string by, string reason, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Order? order = await shop.Store.FindOrderAsync(shop.ShopId, orderId, cancellationToken).ConfigureAwait(false);
            PaymentAttempt? attempt = order is null
                ? null
                : await PaidAttemptAsync(order, attemptId, cancellationToken).ConfigureAwait(false);
            if (order is null || (attempt?.Paid ?? order.Paid) is not { Amount: > 0 } paid)
            {
                return new RefundResult { Outcome = RefundOutcome.NothingPaid };
            }

            Money left = paid - (attempt is null ? order.RefundsReserved : attempt.RefundsReserved!.Value);
            Money wanted = amount ?? left;
            bool isTooMuch = wanted.Currency != left.Currency || wanted.Amount <= 0 || wanted != wanted.Round()
                || (wanted.Amount > left.Amount && shop.Guards.Has(Guard.RefundsStayWithinPayments));
            if (isTooMuch)
            {
                return new RefundResult { Outcome = RefundOutcome.TooMuch };
            }

            Refund refund = new()
            {
                ShopId = shop.ShopId,
                Id = shop.Ids.Next(),
                OrderId = order.Id,
                AttemptId = attempt?.Id ?? default,
                Amount = wanted,
                By = by,
                Reason = reason,
                CreatedAt = shop.Now,
                AskedAt = attempt is null ? null : shop.Now,
                CheckAt = shop.Now + (2 * shop.Options.ProviderTimeout),
            };
            if (await ReserveAsync(order, attempt, refund, cancellationToken).ConfigureAwait(false) is Refund reserved)
            {
                return new RefundResult
                {
                    Outcome = RefundOutcome.Requested,
                    Refund = await SendAsync(reserved, attempt, cancellationToken).ConfigureAwait(false),
                };
            }
        }

        throw new StorefrontBusyException($"Order {orderId} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>
    /// Reads a refund back. A refund that the provider does not have is requested again with the same idempotency key. Providers forget
    /// keys after a time, so only reading back first prevents a second refund.
    /// </summary>
    public async Task SettleAsync(RefundId id, CancellationToken cancellationToken)
    {
        Refund? refund = await shop.Store.FindRefundAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
        if (refund is null or { State: RefundState.Done or RefundState.Failed })
        {
            return;
        }

        PaymentAttempt? attempt = refund.AttemptId.HasValue
            ? await shop.Store.FindAttemptAsync(shop.ShopId, refund.AttemptId, cancellationToken).ConfigureAwait(false)
            : null;
        if (attempt is null || !shop.Guards.Has(Guard.RefundIsReadBackFirst))
        {
            await SendAsync(refund, attempt, cancellationToken).ConfigureAwait(false);
            return;
        }

        ProviderRefund? answer = await TryAsync(
            refund, attempt, (provider, token) => provider.ReadRefundAsync(refund, attempt, token), cancellationToken)
            .ConfigureAwait(false);
        if (answer is not { State: null })
        {
            await ApplyAsync(id, answer, cancellationToken).ConfigureAwait(false);
        }
        else if (await TakeAsync(refund, cancellationToken).ConfigureAwait(false) is Refund taken)
        {
            await SendAsync(taken, attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Ensures that only one instance requests the refund again: the one that updates the row at the version that was read.
    /// </summary>
    /// <returns>The refund; null when another instance requests it, or may be requesting it.</returns>
    private async Task<Refund?> TakeAsync(Refund refund, CancellationToken cancellationToken)
    {
        if (!shop.Guards.Has(Guard.RefundIsAskedForByOne))
        {
            return refund;
        }

        if (refund.CheckAt > shop.Now)
        {
            return null;
        }

        Refund taken = refund with { AskedAt = shop.Now, CheckAt = shop.Now + (2 * shop.Options.ProviderTimeout) };
        StorefrontStep step = new() { ShopId = shop.ShopId, Refunds = [taken] };
        return await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false)
            ? taken with { Version = taken.Version + 1 }
            : null;
    }

    private async Task<Refund?> ReserveAsync(
        Order order, PaymentAttempt? attempt, Refund refund, CancellationToken cancellationToken)
    {
        if (!shop.Guards.Has(Guard.RefundIsReservedFirst) && attempt is not null)
        {
            await TryAsync(refund, attempt, (provider, token) => provider.RefundAsync(refund, attempt, token), cancellationToken)
                .ConfigureAwait(false);
        }

        StorefrontStep step = new()
        {
            ShopId = shop.ShopId,
            Refunds = [refund],
            Orders =
            [
                refund.Amount.Currency == order.RefundsReserved.Currency
                    ? order with { RefundsReserved = order.RefundsReserved + refund.Amount }
                    : order,
            ],
            Attempts = attempt is null ? [] : [attempt with { RefundsReserved = attempt.RefundsReserved!.Value + refund.Amount }],
        };
        return await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false) ? refund with { Version = 1 } : null;
    }

    private async Task<Refund> SendAsync(Refund refund, PaymentAttempt? attempt, CancellationToken cancellationToken)
    {
        // A payment that was marked by hand is refunded by hand, so there is no provider to call.
        ProviderRefund? answer = attempt is null
            ? new ProviderRefund { State = RefundState.Done }
            : await TryAsync(refund, attempt, (provider, token) => provider.RefundAsync(refund, attempt, token), cancellationToken)
                .ConfigureAwait(false);
        return await ApplyAsync(refund.Id, answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ProviderRefund?> TryAsync(
        Refund refund,
        PaymentAttempt attempt,
        Func<ICheckoutProvider, CancellationToken, Task<ProviderRefund>> run,
        CancellationToken cancellationToken)
    {
        try
        {
            return await calls.RunAsync(
                attempt,
                run,
                exception => StorefrontLog.RefundUnknown(shop.Logger, exception, attempt.Provider, refund.Id, refund.OrderId),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderRefusedException)
        {
            return new ProviderRefund { State = RefundState.Failed };
        }
    }

    private async Task<Refund> ApplyAsync(RefundId id, ProviderRefund? answer, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Refund refund = (await shop.Store.FindRefundAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false))!;
            if (refund.State is RefundState.Done or RefundState.Failed)
            {
                return refund;
            }

            Order order = (await shop.Store.FindOrderAsync(shop.ShopId, refund.OrderId, cancellationToken).ConfigureAwait(false))!;
            PaymentAttempt? attempt = refund.AttemptId.HasValue
                ? await shop.Store.FindAttemptAsync(shop.ShopId, refund.AttemptId, cancellationToken).ConfigureAwait(false)
                : null;
            RefundState state = answer?.State ?? RefundState.Unknown;
            bool isFinal = state is RefundState.Done or RefundState.Failed;
            Refund next = refund.In(state) with
            {
                ProviderReference = answer?.ProviderReference ?? refund.ProviderReference,
                Checks = refund.Checks + 1,
                CheckAt = isFinal ? null : shop.Now + Waits.After(refund.Checks),
            };
            StorefrontStep step = new()
            {
                ShopId = shop.ShopId,
                Refunds = [next],
                Orders = isFinal ? [After(order, next)] : [],
                Attempts = state == RefundState.Failed && attempt is not null
                    ? [attempt with { RefundsReserved = attempt.RefundsReserved!.Value - refund.Amount }]
                    : [],
            };
            IReadOnlyList<StorefrontEvent> events = state == RefundState.Done ? [RefundSteps.Refunded(order, next, shop.Now)] : [];
            if (await shop.CommitAsync(step, events, cancellationToken).ConfigureAwait(false))
            {
                return next with { Version = next.Version + 1 };
            }
        }

        throw new StorefrontBusyException($"Refund {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    private static Order After(Order order, Refund refund)
    {
        if (refund.Amount.Currency != order.Paid.Currency)
        {
            return order;
        }

        return refund.State == RefundState.Done
            ? RefundSteps.Settled(order with { Refunded = order.Refunded + refund.Amount })
            : order with { RefundsReserved = order.RefundsReserved - refund.Amount };
    }

    private async Task<PaymentAttempt?> PaidAttemptAsync(Order order, AttemptId wanted, CancellationToken cancellationToken)
    {
        AttemptId id = wanted.HasValue ? wanted : order.AttemptId;
        if (!id.HasValue)
        {
            return null;
        }

        PaymentAttempt? attempt = await shop.Store.FindAttemptAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
        return attempt is { State: AttemptState.Paid } && attempt.OrderId == order.Id && attempt.Paid is not null ? attempt : null;
    }
}
