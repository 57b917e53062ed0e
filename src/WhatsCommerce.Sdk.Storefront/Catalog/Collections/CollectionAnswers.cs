using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Answers the buttons of collections and of the menu. Runs in the outbox, never in the webhook.</summary>
internal sealed class CollectionAnswers(CollectionSender collections, CustomerMessages messages, Texts texts, ShopServices shop)
{
    public async Task AnswerAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        if (CollectionButtons.Read(pressed.Button) is not var (verb, collection, skip))
        {
            return;
        }

        CollectionOptions options = new() { Skip = skip, OnceKey = $"storefront {pressed.Id} {verb}" };
        try
        {
            SentCollection sent = verb == CollectionButtons.Menu
                ? await collections.SendMenuAsync(pressed.To, options, cancellationToken).ConfigureAwait(false)
                : await collections.SendAsync(pressed.To, collection, options, cancellationToken).ConfigureAwait(false);
            if (sent.Count == 0)
            {
                OutboundMessage empty = Message.Text(texts.Get(StorefrontText.CollectionEmpty, options.Language)).Build();
                await messages.SendAsync(pressed.To, empty, pressed, replyTo: default, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OnceKeyReusedException)
        {
            // An earlier run of the handler answered; what it showed then was right then.
        }
        catch (GraphOutsideWindowException)
        {
            StorefrontLog.OutsideWindow(shop.Logger, default, nameof(ButtonPressed));
        }
    }
}
