namespace WhatsCommerce.Storefronts;

/// <summary>Exports and deletes the reminder data of a customer. What reports count is kept in anonymized form.</summary>
internal sealed class RecoveryRecords(IRecoveryStore store) : ICustomerRecords
{
    public string Name => "reminders";

    public async Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("customer");
        if (await store.FindCustomerAsync(shopId, customer, cancellationToken).ConfigureAwait(false) is RecoveryCustomer known)
        {
            JsonSerializer.Serialize(writer, known, StoredJson.Of<RecoveryCustomer>());
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartArray("carts");
        foreach (RecoverySequence sequence in await store.ListSequencesAsync(shopId, customer, cancellationToken).ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("cart");
            JsonSerializer.Serialize(writer, sequence, StoredJson.Of<RecoverySequence>());
            writer.WriteStartArray("reminders");
            foreach (Reminder reminder in await store.ListRemindersAsync(shopId, sequence.CartId, cancellationToken).ConfigureAwait(false))
            {
                JsonSerializer.Serialize(writer, reminder, StoredJson.Of<Reminder>());
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public async Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken)
    {
        // The customer's row is deleted first: without it no reminder can be sent, and no message id is stored.
        await store.RemoveCustomerAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
        foreach (RecoverySequence sequence in await store.ListSequencesAsync(shopId, customer, cancellationToken).ConfigureAwait(false))
        {
            await EndAsync(sequence, cancellationToken).ConfigureAwait(false);
            foreach (Reminder reminder in await store.ListRemindersAsync(shopId, sequence.CartId, cancellationToken).ConfigureAwait(false))
            {
                await EndAsync(reminder, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task EndAsync(RecoverySequence stored, CancellationToken cancellationToken)
    {
        RecoverySequence? sequence = stored;
        for (int round = 0; round < Rounds.Most; round++)
        {
            if (sequence is null or { State: RecoveryState.Ended })
            {
                return;
            }

            RecoveryStep step = new() { ShopId = stored.ShopId, Sequence = ReminderRecords.End(sequence) };
            if (await store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            sequence = await store.FindSequenceAsync(stored.ShopId, stored.CartId, cancellationToken).ConfigureAwait(false);
        }

        throw Busy();
    }

    private async Task EndAsync(Reminder stored, CancellationToken cancellationToken)
    {
        Reminder? reminder = stored;
        for (int round = 0; round < Rounds.Most; round++)
        {
            if (reminder is null or { MessageId.HasValue: false, Outcome: not ReminderOutcome.Sending })
            {
                return;
            }

            // The message id is removed, because it contains the customer's number.
            Reminder nameless = reminder with
            {
                MessageId = default,
                Outcome = reminder.Outcome == ReminderOutcome.Sending ? ReminderOutcome.Unknown : reminder.Outcome,
            };
            RecoveryStep step = new() { ShopId = stored.ShopId, Reminder = nameless };
            if (await store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            reminder = await store.FindReminderAsync(stored.ShopId, stored.Id, cancellationToken).ConfigureAwait(false);
        }

        throw Busy();
    }

    private static StorefrontBusyException Busy() =>
        new($"The reminders of a customer were changed concurrently {Rounds.Most} times in a row.");
}
