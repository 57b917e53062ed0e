namespace WhatsCommerce.Storefronts;

/// <summary>Decides about a due reminder. Everything is read again, so that the decision is based on current data.</summary>
internal sealed class RecoveryJudge(
    ShopServices shop,
    IRecoveryStore store,
    RecoveryCarts carts,
    StorefrontCheckout checkout,
    CustomerKnowledge customers,
    ReminderMessages messages,
    ICustomerFacts? facts,
    IConversationOwners? owners)
{
    private const string NorthAmerica = "1";

    public async Task<RecoveryDecision> JudgeAsync(
        RecoverySequence sequence, RecoverySettings settings, ReminderId reminder, CancellationToken cancellationToken)
    {
        // The customer is read first: the write succeeds only if that row is still unchanged.
        RecoveryCustomer customer =
            await store.FindCustomerAsync(shop.ShopId, sequence.Customer, cancellationToken).ConfigureAwait(false)
                ?? new RecoveryCustomer { ShopId = shop.ShopId, Customer = sequence.Customer };
        RecoveryDecision decision = new() { Customer = customer };
        if (StopOf(sequence, settings, customer) is SkipReason stop)
        {
            return decision with { Reason = stop };
        }

        if (settings.IsPaused)
        {
            return decision with { LaterAt = shop.Now + RecoveryTimes.Again };
        }

        Cart? cart = await carts.FindAsync(sequence.CartId, cancellationToken).ConfigureAwait(false);
        decision = await ReadAsync(decision, sequence, cart, cancellationToken).ConfigureAwait(false);
        if (decision is { Reason: null, LaterAt: null })
        {
            decision = await InTimeAsync(decision, sequence, settings, cart!, cancellationToken).ConfigureAwait(false);
        }

        if (decision is not { Reason: null, LaterAt: null })
        {
            return decision;
        }

        if (EndOfOffer(decision.Order, sequence) is DateTimeOffset end)
        {
            return decision with { LaterAt = end };
        }

        return sequence.IsHeldOut
            ? decision with { Reason = SkipReason.HeldOut }
            : await OfferAsync(decision, sequence, settings, reminder, cart!, cancellationToken).ConfigureAwait(false);
    }

    private static SkipReason? StopOf(RecoverySequence sequence, RecoverySettings settings, RecoveryCustomer customer) =>
        customer.CartId != sequence.CartId ? SkipReason.NewCart
        : customer.OptedOutAt is not null ? SkipReason.OptedOut
        : customer.RepliedAt >= sequence.OpenedAt ? SkipReason.Replied
        : !settings.IsEnabled || settings.AfterOf(sequence.Step) is null || sequence.OpenedAt < settings.EnabledSince ? SkipReason.Off
        : null;

    /// <summary>Evaluates cart, order, payment and owner.</summary>
    private async Task<RecoveryDecision> ReadAsync(
        RecoveryDecision decision, RecoverySequence sequence, Cart? cart, CancellationToken cancellationToken)
    {
        Order? order = cart is null ? null : await carts.OrderOfAsync(cart, cancellationToken).ConfigureAwait(false);
        if (cart is not { IsLive: true })
        {
            bool isOrdered = cart is { State: CartState.Converted } && order is not { State: OrderState.Cancelled };
            return decision with { Reason = isOrdered ? SkipReason.Ordered : SkipReason.CartGone };
        }

        if (order is not null && order.State != OrderState.AwaitingCheckout)
        {
            // Cart and order were read at different times: the cart has been closed in between.
            return decision with { Reason = order.State == OrderState.Cancelled ? SkipReason.CartGone : SkipReason.Ordered };
        }

        if (await IsOwnedByOthersAsync(decision.Customer.Customer, cancellationToken).ConfigureAwait(false))
        {
            return decision with { Reason = SkipReason.HumanOwner };
        }

        decision = decision with { Cart = cart, Order = order };
        return await IsPendingAsync(order, cancellationToken).ConfigureAwait(false) ? WhilePending(decision, sequence) : decision;
    }

    /// <summary>When an offer that expires soon ends; null if none does, or there is no time to wait for it.</summary>
    private DateTimeOffset? EndOfOffer(Order? order, RecoverySequence sequence)
    {
        bool isEnding = order is not null && order.Quote.ValidUntil > shop.Now
            && order.Quote.ValidUntil <= shop.Now + RecoveryTimes.OfferEnd;
        bool hasTime = sequence.Step == ReminderStep.Template
            || order?.Quote.ValidUntil < sequence.OpenedAt + RecoveryTimes.Window;
        return isEnding && hasTime ? order!.Quote.ValidUntil : null;
    }

    private async Task<bool> IsOwnedByOthersAsync(CustomerKey customer, CancellationToken cancellationToken) =>
        owners is not null
        && await owners.GetOwnerAsync(shop.ShopId, customer, cancellationToken).ConfigureAwait(false) != ConversationOwner.Bot;

    private async Task<bool> IsPendingAsync(Order? order, CancellationToken cancellationToken) =>
        order is { Payment: OrderPaymentState.Pending }
        || (order is { AttemptId.HasValue: true }
            && await shop.Store.FindAttemptAsync(shop.ShopId, order.AttemptId, cancellationToken).ConfigureAwait(false)
                is { State: AttemptState.Pending });

    private RecoveryDecision WhilePending(RecoveryDecision decision, RecoverySequence sequence)
    {
        DateTimeOffset later = shop.Now + RecoveryTimes.WhilePending;
        return sequence.Step != ReminderStep.Template && later >= sequence.OpenedAt + RecoveryTimes.Window
            ? decision with { Reason = SkipReason.PaymentPending }
            : decision with { LaterAt = later };
    }

    /// <summary>Evaluates the time, the customer's time zone and consent, and the number of messages.</summary>
    private async Task<RecoveryDecision> InTimeAsync(
        RecoveryDecision decision,
        RecoverySequence sequence,
        RecoverySettings settings,
        Cart cart,
        CancellationToken cancellationToken)
    {
        DateTimeOffset now = shop.Now;
        DateTimeOffset? end = sequence.Step == ReminderStep.Template ? null : sequence.OpenedAt + RecoveryTimes.Window;
        if (now >= end)
        {
            return decision with { Reason = SkipReason.OutsideWindow };
        }

        if (settings.StepAfter(sequence.Step) is ReminderStep next && sequence.OpenedAt + settings.AfterOf(next) <= now)
        {
            return decision with { Reason = SkipReason.Late };
        }

        if (decision.Customer.SentAt.Count(at => at > now - RecoveryTimes.CapTime) >= settings.MaxMessages)
        {
            return decision with { Reason = SkipReason.TooMany };
        }

        if (sequence.Step == ReminderStep.Template
            && await AgainstTemplateAsync(cart, cancellationToken).ConfigureAwait(false) is SkipReason objection)
        {
            return decision with { Reason = objection };
        }

        string zone = await customers.TimeZoneOfAsync(cart.Customer, cart.To, cancellationToken).ConfigureAwait(false);
        return QuietHours.EndOf(now, zone, settings.QuietFrom, settings.QuietUntil) is not DateTimeOffset morning ? decision
            : morning >= end ? decision with { Reason = SkipReason.QuietHours }
            : decision with { LaterAt = morning };
    }

    private async Task<SkipReason?> AgainstTemplateAsync(Cart cart, CancellationToken cancellationToken)
    {
        CustomerFacts? known = facts is null
            ? null
            : await facts.GetAsync(shop.ShopId, cart.Customer, cart.To, cancellationToken).ConfigureAwait(false);
        return known?.AcceptsMarketing != true ? SkipReason.NoConsent
            : PhoneCountries.IsOf(cart.To, NorthAmerica) ? SkipReason.CountryNotAllowed
            : null;
    }

    /// <summary>
    /// Creates the offer that the reminder leads to, at current prices, and reads the rows again that this may have changed.
    /// </summary>
    private async Task<RecoveryDecision> OfferAsync(
        RecoveryDecision decision,
        RecoverySequence sequence,
        RecoverySettings settings,
        ReminderId reminder,
        Cart cart,
        CancellationToken cancellationToken)
    {
        OfferResult offer = await checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false);
        switch (offer.Outcome)
        {
            case OfferOutcome.ConfirmRest when offer.Quote is null:
                return decision with { Reason = SkipReason.SoldOut };
            case OfferOutcome.NoProvider or OfferOutcome.TooLarge or OfferOutcome.RuleObjects:
            case OfferOutcome.ChooseProvider when offer.Providers.Count == 0:
                return decision with { Reason = SkipReason.NotPayable };
            case OfferOutcome.Unknown:
                return decision with { LaterAt = shop.Now + RecoveryTimes.Again };
        }

        // Creating an offer takes time, and changes cart and order itself.
        Cart? offered = await carts.FindAsync(sequence.CartId, cancellationToken).ConfigureAwait(false);
        decision = await ReadAsync(decision, sequence, offered, cancellationToken).ConfigureAwait(false);
        if (decision is not { Reason: null, LaterAt: null } || offer.Quote is null)
        {
            return decision is { Reason: null, LaterAt: null } ? decision with { LaterAt = shop.Now + RecoveryTimes.Again } : decision;
        }

        OutboundMessage message = messages.Write(reminder, sequence.Step, offer, decision.Cart!, settings);
        return decision with { Message = message };
    }
}
