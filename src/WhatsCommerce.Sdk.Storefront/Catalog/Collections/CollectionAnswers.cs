using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Answers the buttons of collections and of the menu. Runs in the outbox, never in the webhook.</summary>
internal sealed class CollectionAnswers(CollectionSender collections, Texts texts, ShopServices shop)
{
    public async Task<bool> AnswerAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (CollectionButtons.Read(context.Message.ButtonId) is not var (verb, collection, skip))
        {
            return false;
        }

        MessageReceived received = context.Received;
        CollectionOptions options = new()
        {
            Skip = skip,
            Language = context.Language,
            OnceKey = $"storefront {received.Id} {verb}",
        };
        try
        {
            SentCollection sent = verb == CollectionButtons.Menu
                ? await collections.SendMenuAsync(received.To, options, cancellationToken).ConfigureAwait(false)
                : await collections.SendAsync(received.To, collection, options, cancellationToken).ConfigureAwait(false);
            if (sent.Count == 0)
            {
                await context.SendAsync(texts.Get(StorefrontText.CollectionEmpty, context.Language), cancellationToken)
                    .ConfigureAwait(false);
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
