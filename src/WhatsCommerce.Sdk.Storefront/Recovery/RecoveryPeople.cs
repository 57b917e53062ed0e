namespace WhatsCommerce.Storefronts;

/// <summary>Keeps what customers do that ends reminders: which cart came last, that they wrote, that they want none.</summary>
internal sealed class RecoveryPeople(ShopServices shop, IRecoveryStore store, ReminderRecords records, Texts texts)
{
    /// <summary>Whether a message was written by a customer, to the shop alone, and is no cart.</summary>
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

    /// <summary>The customer wrote, and perhaps that they want no more reminders.</summary>
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

    /// <summary>A status of a reminder: it also tells that one whose outcome was unknown was sent.</summary>
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
                    // Delivered is missing when it was read at once.
                    DeliveredAt = reminder.DeliveredAt ?? at,
                    ReadAt = isRead ? reminder.ReadAt ?? at : reminder.ReadAt,
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    public Task SetOptOutAsync(CustomerKey customer, bool isOut, CancellationToken cancellationToken) => ChangeAsync(
        customer, row => row with { OptedOutAt = isOut ? row.OptedOutAt ?? shop.Now : null }, cancellationToken);

    /// <summary>Begins the reminders of a cart that came, and so ends those of the customer's cart before.</summary>
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

            // Meta's clock, where it came as a message: it is the one by which the window closes.
            DateTimeOffset openedAt = cart.SentAt ?? cart.CreatedAt;
            RecoveryCustomer customer = await FindAsync(cart.Customer, cancellationToken).ConfigureAwait(false);
            if (!(customer.CartAt > openedAt))
            {
                customer = customer with { CartId = cart.Id, CartAt = openedAt };
            }

            // Off: nothing is planned, and yet the cart before is no longer the last one.
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

        throw new StorefrontBusyException($"Cart {received.CartId} was changed by others {Rounds.Most} times in a row.");
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

        throw new StorefrontBusyException($"A customer was changed by others {Rounds.Most} times in a row.");
    }

    private async Task<RecoveryCustomer> FindAsync(CustomerKey customer, CancellationToken cancellationToken) =>
        await store.FindCustomerAsync(shop.ShopId, customer, cancellationToken).ConfigureAwait(false)
            ?? new RecoveryCustomer { ShopId = shop.ShopId, Customer = customer };
}
