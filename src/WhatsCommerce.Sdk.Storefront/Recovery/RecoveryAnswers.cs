namespace WhatsCommerce.Storefronts;

/// <summary>Replies to presses of the buttons of reminders. Runs in the outbox, never in the webhook.</summary>
internal sealed class RecoveryAnswers(
    ShopServices shop,
    IRecoveryStore store,
    RecoveryCarts carts,
    ReminderRecords records,
    StorefrontCarts allCarts,
    StorefrontCheckout checkout,
    OfferMessages messages,
    PersonRequests people,
    Texts texts)
{
    public async Task<bool> PressAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (ReminderButtons.Read(context.Message.ButtonId) is not var (id, choice))
        {
            return false;
        }

        // A guessed id, or one from another chat, has no effect.
        Reminder? reminder = await store.FindReminderAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false);
        if (reminder is null || reminder.Customer != context.Customer
            || await carts.FindAsync(reminder.CartId, cancellationToken).ConfigureAwait(false) is not Cart cart)
        {
            return true;
        }

        DateTimeOffset now = shop.Now;
        await records.MarkAsync(id, pressed => pressed with { RepliedAt = pressed.RepliedAt ?? now }, cancellationToken)
            .ConfigureAwait(false);
        switch (choice)
        {
            case ReminderButtons.Pay:
                OfferResult offer = await checkout.OfferAsync(cart.Id, provider: null, cancellationToken).ConfigureAwait(false);
                await context.SendAsync(messages.Of(offer), CartAnswers.AboutCart(offer, cart), cancellationToken).ConfigureAwait(false);
                break;
            case ReminderButtons.Help:
                await AskForPersonAsync(context, reminder, cart, cancellationToken).ConfigureAwait(false);
                break;
            default:
                ChangeResult dropped = await allCarts.DropAsync(cart.Id, cancellationToken).ConfigureAwait(false);
                await context.SendAsync(
                    texts.Get(CartAnswers.TextOfDrop(dropped.Outcome), context.Language), cancellationToken).ConfigureAwait(false);
                break;
        }

        return true;
    }

    private async Task AskForPersonAsync(ReplyContext context, Reminder reminder, Cart cart, CancellationToken cancellationToken)
    {
        HumanRequested requested = new()
        {
            // Raised once per reminder, however often its button is pressed.
            Id = reminder.Id + "/human",
            ShopId = shop.ShopId,
            Customer = context.Customer,
            PhoneNumberId = cart.PhoneNumberId,
            At = shop.Now,
            Cause = HumanRequestCause.Reminder,
            Language = context.Language,
            To = cart.To,
        };
        await people.TellAsync(requested, cancellationToken).ConfigureAwait(false);
        await context.SendAsync(texts.Get(StorefrontText.HelpAnswer, context.Language), cancellationToken).ConfigureAwait(false);

        // Done last, because a retry would not reply in a conversation that a person already owns.
        await people.HandOverAsync(context.Customer, reason: null, cancellationToken).ConfigureAwait(false);
    }
}
