using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Answers the buttons of collections and of the menu. Runs in the outbox, never in the webhook.</summary>
internal sealed class CollectionAnswers(CollectionSender collections, CustomerMessages messages, Texts texts, ShopServices shop)
{
    /// <summary>Sends what a button stands for.</summary>
    /// <returns>Whether it was a button of a collection.</returns>
    public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (CollectionButtons.Read(context.Message.ButtonId) is not var (verb, collection, skip))
        {
            return false;
        }

        MessageReceived pressed = context.Received;
        CollectionOptions options = new() { Skip = skip, OnceKey = $"storefront {pressed.Id} {verb}", Language = context.Language };
        try
        {
            SentCollection sent = verb == CollectionButtons.Menu
                ? await collections.SendMenuAsync(pressed.To, options, cancellationToken, pressed.PhoneNumberId).ConfigureAwait(false)
                : await collections.SendAsync(pressed.To, collection, options, cancellationToken, pressed.PhoneNumberId)
                    .ConfigureAwait(false);
            if (sent.Count == 0)
            {
                OutboundMessage empty = Message.Text(texts.Get(StorefrontText.CollectionEmpty, options.Language)).Build();
                await messages.SendAsync(new Outgoing(pressed.To, empty, pressed), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OnceKeyReusedException)
        {
            // An earlier run of the handler answered; what it showed then was right then.
        }
        catch (GraphOutsideWindowException)
        {
            StorefrontLog.OutsideWindow(shop.Logger, default, nameof(MessageReceived));
        }

        return true;
    }
}
