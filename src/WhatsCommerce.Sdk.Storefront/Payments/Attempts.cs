namespace WhatsCommerce.Storefronts;

/// <summary>Manages payment attempts: stores and offers them, reads them back, and cancels them.</summary>
internal sealed class Attempts(ShopServices shop, ProviderCalls calls, Settlement settlement)
{
    /// <summary>The interval at which an ended attempt is checked again, and for how long.</summary>
    public static readonly TimeSpan TimeBetweenLooks = TimeSpan.FromHours(12);

    private static readonly TimeSpan TimeToLook = TimeSpan.FromDays(3);

    private Guards Guards => shop.Guards;

    /// <summary>Stores an attempt as the one of its order, and offers it.</summary>
    /// <returns>The state of the attempt; null when the order was changed concurrently and nothing was done.</returns>
    public async Task<SettleResult?> StartAsync(Cart cart, Order order, string provider, CancellationToken cancellationToken)
    {
        PaymentAttempt attempt = New(order, provider);
        StorefrontStep step = new()
        {
            ShopId = shop.ShopId,
            Attempts = [attempt],
            Orders = [order with { AttemptId = attempt.Id }],
        };
        if (!Guards.Has(Guard.AttemptIsStoredFirst))
        {
            ProviderPayment? early = await calls.TryAsync(
                attempt, "create", (to, token) => to.CreateAsync(Request(attempt, order), token), cancellationToken).ConfigureAwait(false);
            return early is not null && await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false)
                ? await settlement.ApplyAsync(attempt.Id, early, cancellationToken).ConfigureAwait(false)
                : null;
        }

        AttemptRows rows = new()
        {
            Attempt = attempt with { Version = 1 },
            Order = order with { AttemptId = attempt.Id, Version = order.Version + 1 },
            Cart = cart,
        };
        return await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false)
            ? await CreateAsync(rows, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Creates an attempt for an order, without storing it.</summary>
    public PaymentAttempt New(Order order, string provider) => new()
    {
        ShopId = shop.ShopId,
        Id = shop.Ids.Next(),
        OrderId = order.Id,
        Provider = provider,
        Amount = order.Quote.Total,
        CreatedAt = shop.Now,
        ExpiresAt = order.Quote.ValidUntil,
        CheckAt = shop.Now + (2 * shop.Options.ProviderTimeout),
    };

    /// <summary>Reads an attempt back from its provider and applies what it says.</summary>
    public async Task<SettleResult> SettleAsync(AttemptId id, CancellationToken cancellationToken) =>
        (await SettleAsync(id, cause: null, cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>The same for a webhook, which is stored in the same transaction as its effect.</summary>
    /// <returns>The state of the attempt, and whether it was just read from the provider.</returns>
    public async Task<(SettleResult Result, bool WasRead)> SettleAsync(
        AttemptId id, ProviderEvent? cause, CancellationToken cancellationToken)
    {
        AttemptRows? rows = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (rows is null)
        {
            return (new SettleResult { Outcome = SettleOutcome.NotFound }, true);
        }

        (PaymentAttempt attempt, Order order) = (rows.Attempt, rows.Order);
        if (attempt.State == AttemptState.Paid && !calls.Providers.TellsOfReversals(attempt.Provider))
        {
            return (SettleResult.Of(attempt, order), true);
        }

        ProviderPayment? payment;
        try
        {
            payment = await calls.TryAsync(attempt, "read", (to, token) => to.ReadAsync(attempt, token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ProviderRefusedException)
        {
            payment = null;
        }

        SettleResult result = !attempt.IsLive && payment?.State != ProviderPaymentState.Paid
            ? await LookAgainAsync(attempt, order, payment, cancellationToken).ConfigureAwait(false)
            : await FollowAsync(rows, payment, cause, cancellationToken).ConfigureAwait(false);
        return (result, payment is not null);
    }

    /// <summary>Applies the state that the provider reports.</summary>
    private async Task<SettleResult> FollowAsync(
        AttemptRows rows, ProviderPayment? payment, ProviderEvent? cause, CancellationToken cancellationToken)
    {
        (PaymentAttempt attempt, Order order) = (rows.Attempt, rows.Order);
        bool isOwn = order.State == OrderState.AwaitingCheckout && order.AttemptId == attempt.Id;
        bool isWanted = isOwn && shop.Now < attempt.ExpiresAt;
        switch (payment?.State)
        {
            case null:
                return await PostponeAsync(attempt.Id, cancellationToken).ConfigureAwait(false);
            case ProviderPaymentState.NotFound when attempt.IsLive && isWanted:
                // The call never arrived or is still in progress; in both cases the idempotency key makes a retry safe.
                return await CreateAsync(rows, cancellationToken).ConfigureAwait(false);
            case ProviderPaymentState.NotFound or ProviderPaymentState.Open when attempt.IsLive && !isWanted:
                return await TakeBackAsync(attempt.Id, AttemptState.Expired, cancellationToken).ConfigureAwait(false);
            case not null when payment.IsCapturable && isOwn && !Guards.Has(Guard.MoneyIsTakenAfterPending):
                return await CaptureAsync(attempt, SettleResult.Of(attempt, order), cancellationToken).ConfigureAwait(false);
            default:
                SettleResult result = await settlement.ApplyAsync(rows, payment, cause, cancellationToken).ConfigureAwait(false);
                return payment.IsCapturable && isOwn && result.Attempt is { State: AttemptState.Pending } pending
                    ? await CaptureAsync(pending, result, cancellationToken).ConfigureAwait(false)
                    : result;
        }
    }

    /// <summary>
    /// Captures a payment that the customer approved. The attempt is already stored as pending, so whoever tries to cancel the offer
    /// concurrently sees the change and asks the provider again.
    /// </summary>
    private async Task<SettleResult> CaptureAsync(PaymentAttempt pending, SettleResult before, CancellationToken cancellationToken)
    {
        ProviderPayment? payment;
        try
        {
            payment = await calls.TryAsync(pending, "capture", (to, token) => to.CaptureAsync(pending, token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ProviderRefusedException)
        {
            // The capture was declined, or was already made: reading it back tells which.
            payment = null;
        }

        return payment is null ? before : await settlement.ApplyAsync(pending.Id, payment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cancels an offer. It has ended only if the result says so, because the customer may have paid first.</summary>
    public async Task<SettleResult> TakeBackAsync(AttemptId id, AttemptState end, CancellationToken cancellationToken)
    {
        AttemptRows? rows = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (rows is null)
        {
            return new SettleResult { Outcome = SettleOutcome.NotFound };
        }

        PaymentAttempt attempt = rows.Attempt;
        if (!attempt.IsLive)
        {
            return SettleResult.Of(attempt, rows.Order);
        }

        ProviderPayment ended = new()
        {
            State = end == AttemptState.Expired ? ProviderPaymentState.Expired : ProviderPaymentState.Cancelled,
        };
        if (!Guards.Has(Guard.OldOfferIsTakenBack))
        {
            return await settlement.ApplyAsync(id, ended, cancellationToken).ConfigureAwait(false);
        }

        ProviderPayment? payment;
        try
        {
            payment = await calls.TryAsync(attempt, "cancel", (to, token) => to.CancelAsync(attempt, token), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ProviderRefusedException)
        {
            payment = null;
        }

        // A call that creates the attempt may still be in progress; until it has ended, the attempt does not count as gone.
        bool mayStillCome = attempt.State is AttemptState.Created or AttemptState.Unknown
            && shop.Now < attempt.CreatedAt + (2 * shop.Options.ProviderTimeout);
        switch (payment?.State)
        {
            case null or ProviderPaymentState.Open:
            case ProviderPaymentState.NotFound when mayStillCome:
                return await PostponeAsync(id, cancellationToken).ConfigureAwait(false);
            case ProviderPaymentState.Paid when !Guards.Has(Guard.LostCancelIsPaid):
            case ProviderPaymentState.NotFound or ProviderPaymentState.Cancelled:
                return await EndAsync(attempt, end, ended, cancellationToken).ConfigureAwait(false);
            default:
                return await settlement.ApplyAsync(id, payment, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Ends a canceled attempt. An attempt that became pending in the meantime may be captured right now, so the provider is asked again.
    /// </summary>
    private async Task<SettleResult> EndAsync(
        PaymentAttempt attempt, AttemptState end, ProviderPayment ended, CancellationToken cancellationToken)
    {
        if (attempt.State == AttemptState.Pending)
        {
            return await settlement.ApplyAsync(attempt.Id, ended, cancellationToken).ConfigureAwait(false);
        }

        SettleResult? result = await settlement.EndAsync(attempt.Id, ended, cancellationToken).ConfigureAwait(false);
        return result ?? await TakeBackAsync(attempt.Id, end, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Checks an ended attempt for some more days: providers have collected money for payments they had confirmed as ended, and the webhook
    /// that reports it may be lost.
    /// </summary>
    private async Task<SettleResult> LookAgainAsync(
        PaymentAttempt attempt, Order order, ProviderPayment? payment, CancellationToken cancellationToken)
    {
        if (payment is { State: ProviderPaymentState.Open } && attempt.State != AttemptState.Paid)
        {
            try
            {
                await calls.TryAsync(attempt, "cancel", (to, token) => to.CancelAsync(attempt, token), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (ProviderRefusedException)
            {
                // The attempt is checked again until that period is over.
            }
        }

        DateTimeOffset next = shop.Now + TimeBetweenLooks;
        StorefrontStep step = new()
        {
            ShopId = shop.ShopId,
            Attempts =
            [
                attempt.State == AttemptState.Paid
                    ? attempt with { Checks = attempt.Checks + 1, CheckAt = Reversals.NextLook(attempt, shop.Now) }
                    : attempt with { CheckAt = next < attempt.ExpiresAt + TimeToLook ? next : null },
            ],
        };

        // If the commit fails, the attempt was changed, and so checked, concurrently.
        await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false);
        return SettleResult.Of(attempt, order);
    }

    /// <summary>Offers an attempt that is stored.</summary>
    /// <param name="rows">The attempt, its order and its cart, with the versions that the store has.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<SettleResult> CreateAsync(AttemptRows rows, CancellationToken cancellationToken)
    {
        (PaymentAttempt attempt, Order order) = (rows.Attempt, rows.Order);
        ProviderPayment? payment;
        try
        {
            payment = await calls.TryAsync(
                attempt, "create", (to, token) => to.CreateAsync(Request(attempt, order), token), cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderRefusedException)
        {
            payment = new ProviderPayment { State = ProviderPaymentState.Failed };
        }

        if (payment is null)
        {
            return await PostponeAsync(attempt.Id, cancellationToken).ConfigureAwait(false);
        }

        return await settlement.ApplyAsync(rows, payment, cause: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Handles a missing response: an offered attempt becomes unknown and is read back soon. A pending attempt stays pending, because its
    /// money may be captured right now, and whoever tries to end it must see that.
    /// </summary>
    private async Task<SettleResult> PostponeAsync(AttemptId id, CancellationToken cancellationToken)
    {
        while (true)
        {
            AttemptRows? rows = await FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (rows is null)
            {
                return new SettleResult { Outcome = SettleOutcome.NotFound };
            }

            (PaymentAttempt attempt, Order order) = (rows.Attempt, rows.Order);
            if (!attempt.IsLive)
            {
                return SettleResult.Of(attempt, order);
            }

            if (!Guards.Has(Guard.UnknownIsReadBack))
            {
                return await settlement.ApplyAsync(
                    id, new ProviderPayment { State = ProviderPaymentState.Failed }, cancellationToken).ConfigureAwait(false);
            }

            PaymentAttempt unknown = (attempt.State == AttemptState.Pending ? attempt : attempt.In(AttemptState.Unknown)) with
            {
                Checks = attempt.Checks + 1,
                CheckAt = shop.Now + Waits.After(attempt.Checks),
            };
            StorefrontStep step = new() { ShopId = shop.ShopId, Attempts = [unknown] };
            if (await shop.CommitAsync(step, [], cancellationToken).ConfigureAwait(false))
            {
                return SettleResult.Of(unknown, order);
            }
        }
    }

    private ProviderRequest Request(PaymentAttempt attempt, Order order) => new()
    {
        IdempotencyKey = Guards.Has(Guard.SameKeyOnEveryCall) ? attempt.Id.ToString() : shop.Ids.Next(),
        Attempt = attempt,
        Order = order,
        ReturnUrl = PageUrl("return", attempt),
        CancelUrl = PageUrl("cancel", attempt),
    };

    private Uri? PageUrl(string page, PaymentAttempt attempt) => shop.PagesAddress is Uri address
        ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{page}/{attempt.Id}")
        : null;

    private Task<AttemptRows?> FindAsync(AttemptId id, CancellationToken cancellationToken) =>
        shop.Store.FindAttemptRowsAsync(shop.ShopId, id, cancellationToken);
}
