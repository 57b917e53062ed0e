namespace WhatsCommerce.Storefronts;

/// <summary>Records the customer actions that end reminders: a newer cart, a reply, an opt-out.</summary>
internal sealed class RecoveryPeople(ShopServices shop, IRecoveryStore store, ReminderRecords records, Texts texts)
{
    /// <summary>Whether a message is a customer's reply to the shop: not in a group, and not a cart.</summary>
    public static bool IsReply(MessageEvent message) =>
        message is not (OrderEvent or SystemEvent) && !message.GroupId.HasValue && message.ServiceWindowEndsAt is not null;

    public static bool IsPreference(UserPreferenceEvent preference) => preference.Category == PreferenceCategory.MarketingMessages
        && (preference.Value == PreferenceValue.Stop || preference.Value == PreferenceValue.Resume);

    public static bool IsOfReminder(StatusEvent status) => ReminderButtons.ReadData(status.CallbackData).HasValue
        && (status.Status == MessageStatus.Sent || status.Status == MessageStatus.Delivered || status.Status == MessageStatus.Read);

    public async Task ReceiveAsync(MessageEvent message, WebhookContext context, CancellationToken cancellationToken)
    {
        if (context.CustomerKey.HasValue)
        {
            bool stops = message is TextEvent text && texts.IsOneOf(StorefrontText.StopWords, text.Text);
            await ReplyAsync(context.CustomerKey, message.Timestamp ?? shop.Now, stops, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records that the customer wrote, and possibly opted out of reminders.</summary>
    public async Task ReplyAsync(CustomerKey key, DateTimeOffset at, bool stops, CancellationToken cancellationToken)
    {
        RecoveryCustomer changed = await ChangeAsync(
            key,
            customer => customer with
            {
                RepliedAt = RecoveryCustomer.Max(customer.RepliedAt, at),
                OptedOutAt = stops ? customer.OptedOutAt ?? at : customer.OptedOutAt,
            },
            cancellationToken).ConfigureAwait(false);
        if (changed.LastReminder.HasValue)
        {
            await records.MarkAsync(
                changed.LastReminder,
                reminder => reminder.RepliedAt is null && at + RecoveryTimes.ClockMargin >= reminder.At
                    && at < reminder.At + RecoveryTimes.Attribution
                    ? reminder with { RepliedAt = at }
                    : reminder,
                cancellationToken).ConfigureAwait(false);
        }
    }

    public Task ReceiveAsync(UserPreferenceEvent preference, WebhookContext context, CancellationToken cancellationToken) =>
        context.CustomerKey.HasValue
            ? SetOptOutAsync(context.CustomerKey, preference.Value == PreferenceValue.Stop, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Records a status of a reminder, which also resolves an unknown outcome to sent.</summary>
    public async Task ReceiveAsync(StatusEvent status, CancellationToken cancellationToken)
    {
        ReminderId id = ReminderButtons.ReadData(status.CallbackData);
        DateTimeOffset at = status.Timestamp ?? shop.Now;
        await records.RecordAsync(id, ReminderOutcome.Sent, message: status.MessageId, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        if (status.Status != MessageStatus.Sent)
        {
            bool isRead = status.Status == MessageStatus.Read;
            await records.MarkAsync(
                id,
                reminder => reminder with
                {
                    // Meta omits the delivered status when the message is read immediately.
                    DeliveredAt = reminder.DeliveredAt ?? at,
                    ReadAt = isRead ? reminder.ReadAt ?? at : reminder.ReadAt,
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    public Task SetOptOutAsync(CustomerKey customer, bool isOut, CancellationToken cancellationToken) => ChangeAsync(
        customer, row => row with { OptedOutAt = isOut ? row.OptedOutAt ?? shop.Now : null }, cancellationToken);

    /// <summary>Starts the reminders of a received cart, which ends those of the customer's previous cart.</summary>
    public async Task BeginAsync(CartReceived received, CancellationToken cancellationToken)
    {
        RecoverySettings settings = await store.FindSettingsAsync(shop.ShopId, cancellationToken).ConfigureAwait(false)
            ?? new RecoverySettings();
        for (int round = 0; round < Rounds.Most; round++)
        {
            Cart? cart = await shop.Store.FindCartAsync(shop.ShopId, received.CartId, cancellationToken).ConfigureAwait(false);
            if (cart is null
                || await store.FindSequenceAsync(shop.ShopId, cart.Id, cancellationToken).ConfigureAwait(false) is not null)
            {
                return;
            }

            // Meta's timestamp, if the cart came as a message, because the 24-hour window closes by Meta's clock.
            DateTimeOffset openedAt = cart.SentAt ?? cart.CreatedAt;
            RecoveryCustomer customer = await FindAsync(cart.Customer, cancellationToken).ConfigureAwait(false);
            if (!(customer.CartAt > openedAt))
            {
                customer = customer with { CartId = cart.Id, CartAt = openedAt };
            }

            // If reminders are off, none is planned, but the previous cart is no longer the latest one.
            RecoverySequence? sequence = settings is { IsEnabled: true } && settings.StepAfter(null) is ReminderStep first
                ? new RecoverySequence
                {
                    ShopId = shop.ShopId,
                    CartId = cart.Id,
                    Customer = cart.Customer,
                    Step = first,
                    OpenedAt = openedAt,
                    DueAt = openedAt + settings.AfterOf(first),
                    IsHeldOut = HoldOut.Has(shop.ShopId, cart.Customer, settings.HoldOutShare),
                }
                : null;
            RecoveryStep step = new() { ShopId = shop.ShopId, Sequence = sequence, Customer = customer };
            if (await store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"Cart {received.CartId} was changed concurrently {Rounds.Most} times in a row.");
    }

    private async Task<RecoveryCustomer> ChangeAsync(
        CustomerKey key, Func<RecoveryCustomer, RecoveryCustomer> change, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            RecoveryCustomer customer = await FindAsync(key, cancellationToken).ConfigureAwait(false);
            RecoveryCustomer changed = change(customer);
            if (changed == customer
                || await store.WriteAsync(new RecoveryStep { ShopId = shop.ShopId, Customer = changed }, cancellationToken)
                    .ConfigureAwait(false))
            {
                return changed;
            }
        }

        throw new StorefrontBusyException($"A customer was changed concurrently {Rounds.Most} times in a row.");
    }

    private async Task<RecoveryCustomer> FindAsync(CustomerKey customer, CancellationToken cancellationToken) =>
        await store.FindCustomerAsync(shop.ShopId, customer, cancellationToken).ConfigureAwait(false)
            ?? new RecoveryCustomer { ShopId = shop.ShopId, Customer = customer };
}
