namespace WhatsCommerce.Storefronts;

/// <summary>Stores decisions about reminders and their outcomes, with the events that report them.</summary>
internal sealed class ReminderRecords(ShopServices shop, IRecoveryStore store)
{
    /// <summary>The reminder to decide about: a new one, or the one that Meta rejected temporarily.</summary>
    public async Task<Reminder> BeginAsync(RecoverySequence sequence, CancellationToken cancellationToken) =>
        (sequence.ReminderId.HasValue
            ? await store.FindReminderAsync(shop.ShopId, sequence.ReminderId, cancellationToken).ConfigureAwait(false)
            : null) ?? new Reminder
        {
            ShopId = shop.ShopId,
            Id = shop.Ids.Next(),
            CartId = sequence.CartId,
            Customer = sequence.Customer,
            Step = sequence.Step,
            Outcome = ReminderOutcome.Sending,
            At = shop.Now,
        };

    /// <summary>Skips a reminder, and plans the next one unless the reason ends the sequence.</summary>
    public Task<bool> SkipAsync(
        RecoverySequence sequence, Reminder reminder, SkipReason reason, RecoverySettings settings, CancellationToken cancellationToken)
    {
        DateTimeOffset now = shop.Now;
        bool ends = RecoveryDecision.Ends(reason);
        RecoverySequence next = ends ? End(sequence) : Plan(sequence, settings, now, gap: TimeSpan.Zero);
        if (reason == SkipReason.HeldOut)
        {
            next = next with { RemindedAt = next.RemindedAt ?? now };
        }

        Reminder skipped = reminder with { Outcome = ReminderOutcome.Skipped, Reason = reason, At = now };
        return WriteAsync(
            new RecoveryStep { ShopId = shop.ShopId, Sequence = ends ? next : next with { IsAbandoned = true }, Reminder = skipped },
            [.. Abandoned(sequence, !ends, now), SkippedOf(skipped)],
            cancellationToken);
    }

    /// <summary>
    /// Stores the decision to send, unless one of the rows that it is based on has changed: a payment, a reply or a message in the meantime
    /// changes one of them.
    /// </summary>
    public Task<bool> BeginSendAsync(
        RecoverySequence sequence, Reminder reminder, RecoveryDecision decision, CancellationToken cancellationToken)
    {
        DateTimeOffset now = shop.Now;
        RecoveryStep step = new()
        {
            ShopId = shop.ShopId,
            Sequence = sequence with
            {
                State = RecoveryState.Sending,
                ReminderId = reminder.Id,
                DueAt = now + RecoveryTimes.UntilUnknown,
                IsAbandoned = true,
                RemindedAt = sequence.RemindedAt ?? now,
            },
            Reminder = reminder with { Outcome = ReminderOutcome.Sending, At = now },
            Customer = decision.Customer.WithSent(reminder.Id, now),
            Shop = new StorefrontStep
            {
                ShopId = shop.ShopId,
                Carts = [decision.Cart!],
                Orders = decision.Order is Order order ? [order] : [],
            },
        };
        return WriteAsync(step, Abandoned(sequence, isAbandoned: true, now), cancellationToken);
    }

    /// <summary>Postpones a reminder that was not sent for now; it is decided again later. Also while the app stops.</summary>
    /// <param name="id">The reminder.</param>
    /// <param name="refusals">How many times Meta has rejected it.</param>
    /// <param name="wait">The time until then, if it is long.</param>
    public async Task PostponeAsync(ReminderId id, int refusals, TimeSpan? wait)
    {
        TimeSpan again = wait > RecoveryTimes.Again ? wait.Value : RecoveryTimes.Again;
        await ChangeAsync(
            id,
            (reminder, sequence, customer) => sequence is null ? null : new RecoveryStep
            {
                ShopId = shop.ShopId,
                Sequence = sequence with
                {
                    State = RecoveryState.Waiting,
                    Refusals = refusals,
                    DueAt = shop.Now + again,
                },
                Customer = customer?.WithoutSent(reminder.At),
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Records the outcome of a send once. An unknown outcome may be resolved later; a known one never changes.</summary>
    public Task RecordAsync(
        ReminderId id,
        ReminderOutcome outcome,
        SkipReason? reason = null,
        MessageId message = default,
        CancellationToken cancellationToken = default) => ChangeAsync(
        id,
        (reminder, sequence, customer) =>
        {
            bool isSettled = reminder.Outcome is ReminderOutcome.Sent or ReminderOutcome.Skipped
                || (reminder.Outcome == outcome && sequence is null);
            return isSettled ? null : new RecoveryStep
            {
                ShopId = shop.ShopId,
                Reminder = reminder with
                {
                    Outcome = outcome,
                    Reason = reason,

                    // The message id contains the customer's number, so it is not stored after the customer's data was deleted.
                    MessageId = message.HasValue && customer is not null ? message : reminder.MessageId,
                },
                Sequence = outcome == ReminderOutcome.Skipped && sequence?.RemindedAt == reminder.At
                    ? sequence! with { RemindedAt = null }
                    : sequence,
                Customer = outcome == ReminderOutcome.Skipped ? customer?.WithoutSent(reminder.At) : null,
            };
        },
        cancellationToken,
        plansNext: true);

    /// <summary>Records that a reminder was delivered, read, opened or answered.</summary>
    public async Task MarkAsync(ReminderId id, Func<Reminder, Reminder> mark, CancellationToken cancellationToken)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            Reminder? reminder = await store.FindReminderAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
            Reminder? marked = reminder is null ? null : mark(reminder);
            if (marked is null || marked == reminder
                || await store.WriteAsync(new RecoveryStep { ShopId = shop.ShopId, Reminder = marked }, cancellationToken)
                    .ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"Reminder {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Writes a step with its events, and wakes the outbox.</summary>
    public async Task<bool> WriteAsync(
        RecoveryStep step, IReadOnlyList<StorefrontEvent> events, CancellationToken cancellationToken)
    {
        IReadOnlyList<OutboxRow> rows = shop.Handlers.RowsOf(events);
        if (rows.Count > 0)
        {
            step = step with { Shop = (step.Shop ?? new StorefrontStep { ShopId = shop.ShopId }) with { Outbox = rows } };
        }

        if (!await store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (rows.Count > 0)
        {
            shop.Signal.Set();
        }

        return true;
    }

    /// <summary>The sequence, ended.</summary>
    public static RecoverySequence End(RecoverySequence sequence) =>
        sequence with { State = RecoveryState.Ended, DueAt = null, ReminderId = default };

    /// <param name="id">The reminder.</param>
    /// <param name="change">The step, of the reminder, its sequence if that still sends it, and the customer; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="plansNext">Whether the sequence continues with its next step.</param>
    private async Task ChangeAsync(
        ReminderId id,
        Func<Reminder, RecoverySequence?, RecoveryCustomer?, RecoveryStep?> change,
        CancellationToken cancellationToken,
        bool plansNext = false)
    {
        for (int round = 0; round < Rounds.Most; round++)
        {
            if (await store.FindReminderAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false) is not Reminder reminder)
            {
                return;
            }

            RecoverySequence? sequence = await store.FindSequenceAsync(shop.ShopId, reminder.CartId, cancellationToken)
                .ConfigureAwait(false);
            sequence = sequence is { State: RecoveryState.Sending } && sequence.ReminderId == id ? sequence : null;
            RecoveryCustomer? customer = await store.FindCustomerAsync(shop.ShopId, reminder.Customer, cancellationToken)
                .ConfigureAwait(false);
            if (change(reminder, sequence, customer) is not RecoveryStep step)
            {
                return;
            }

            if (plansNext && step.Sequence is not null)
            {
                RecoverySettings settings = await store.FindSettingsAsync(shop.ShopId, cancellationToken).ConfigureAwait(false)
                    ?? new RecoverySettings();
                step = step with { Sequence = Plan(step.Sequence, settings, reminder.At, RecoveryTimes.Gap) };
            }

            if (await WriteAsync(step, EventsOf(step.Reminder), cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"Reminder {id} was changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>The sequence with its next step; ended when there is none.</summary>
    private static RecoverySequence Plan(RecoverySequence sequence, RecoverySettings settings, DateTimeOffset last, TimeSpan gap)
    {
        if (settings.StepAfter(sequence.Step) is not ReminderStep next || settings.AfterOf(next) is not TimeSpan after)
        {
            return End(sequence);
        }

        DateTimeOffset due = sequence.OpenedAt + after;
        return sequence with
        {
            State = RecoveryState.Waiting,
            Step = next,
            ReminderId = default,
            Refusals = 0,
            DueAt = due < last + gap ? last + gap : due,
        };
    }

    private static CartAbandoned[] Abandoned(RecoverySequence sequence, bool isAbandoned, DateTimeOffset now) =>
        !isAbandoned || sequence.IsAbandoned ? [] :
        [
            new CartAbandoned
            {
                Id = $"{sequence.CartId}/abandoned",
                ShopId = sequence.ShopId,
                Customer = sequence.Customer,
                At = now,
                CartId = sequence.CartId,
            },
        ];

    private StorefrontEvent[] EventsOf(Reminder? reminder) => reminder switch
    {
        { Outcome: ReminderOutcome.Sent } =>
        [
            new ReminderSent
            {
                Id = $"{reminder.Id}/sent",
                ShopId = reminder.ShopId,
                Customer = reminder.Customer,
                At = shop.Now,
                CartId = reminder.CartId,
                ReminderId = reminder.Id,
                Step = reminder.Step,
            },
        ],
        { Outcome: ReminderOutcome.Skipped } => [SkippedOf(reminder)],
        _ => [],
    };

    private ReminderSkipped SkippedOf(Reminder reminder) => new()
    {
        Id = $"{reminder.Id}/skipped",
        ShopId = reminder.ShopId,
        Customer = reminder.Customer,
        At = shop.Now,
        CartId = reminder.CartId,
        ReminderId = reminder.Id,
        Step = reminder.Step,
        Reason = reminder.Reason!.Value,
    };
}
