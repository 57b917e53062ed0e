namespace WhatsCommerce.Storefronts;

/// <summary>
/// Attributes orders to reminders by the reminder that the customer opened or answered, never merely because a reminder was sent before.
/// </summary>
internal sealed class RecoveryCredit(ShopServices shop, IRecoveryStore store, RecoveryCarts carts, ReminderRecords records)
{
    public async Task PlacedAsync(OrderPlaced placed, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            if (await FindAsync(placed, cancellationToken).ConfigureAwait(false) is not { PaidAt: null } sequence)
            {
                return;
            }

            IReadOnlyList<Reminder> reminders = await store.ListRemindersAsync(shop.ShopId, sequence.CartId, cancellationToken)
                .ConfigureAwait(false);
            Reminder? followed = reminders.LastOrDefault(reminder => reminder.Outcome != ReminderOutcome.Skipped
                && Later(reminder.OpenedAt, reminder.RepliedAt) > placed.At - RecoveryTimes.Attribution);
            RecoveryStep step = new()
            {
                ShopId = shop.ShopId,
                Sequence = sequence.RemindedAt is null ? null : sequence with { PaidAt = placed.At, Revenue = placed.Total },
                Reminder = followed is null ? null : followed with { PaidAt = placed.At, Revenue = placed.Total },
            };
            if (step is { Sequence: null, Reminder: null }
                || await records.WriteAsync(step, EventsOf(placed, followed), cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"Order {placed.OrderId} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>The sequence of the cart that led to the order, which may have replaced the cart that was sent.</summary>
    private async Task<RecoverySequence?> FindAsync(OrderPlaced placed, CancellationToken cancellationToken)
    {
        if (await store.FindSequenceAsync(shop.ShopId, placed.CartId, cancellationToken).ConfigureAwait(false) is RecoverySequence own)
        {
            return own;
        }

        RecoveryCustomer? customer = await store.FindCustomerAsync(shop.ShopId, placed.Customer, cancellationToken).ConfigureAwait(false);
        return customer is { CartId.HasValue: true }
            && (await carts.FindAsync(customer.CartId, cancellationToken).ConfigureAwait(false))?.Id == placed.CartId
            ? await store.FindSequenceAsync(shop.ShopId, customer.CartId, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => RecoveryCustomer.Max(one, other);

    private static CartRecovered[] EventsOf(OrderPlaced placed, Reminder? followed) => followed is null ? [] :
    [
        new CartRecovered
        {
            Id = $"{placed.OrderId}/recovered",
            ShopId = placed.ShopId,
            Customer = placed.Customer,
            PhoneNumberId = placed.PhoneNumberId,
            At = placed.At,
            CartId = followed.CartId,
            ReminderId = followed.Id,
            OrderId = placed.OrderId,
            Total = placed.Total,
        },
    ];
}
