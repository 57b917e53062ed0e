namespace WhatsCommerce.Storefronts;

/// <summary>Replies to presses of the buttons of collections and of the menu. Runs in the outbox, never in the webhook.</summary>
internal sealed class CollectionAnswers(CollectionComposer collections, Texts texts)
{
    public async Task<bool> AnswerAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (CollectionButtons.Read(context.Message.ButtonId) is not var (verb, collection, skip))
        {
            return false;
        }

        CollectionOptions options = new() { Skip = skip, Language = context.Language };
        CollectionContent content = verb == CollectionButtons.Menu
            ? await collections.ComposeMenuAsync(options, cancellationToken).ConfigureAwait(false)
            : await collections.ComposeAsync(collection, options, cancellationToken).ConfigureAwait(false);
        foreach (OutboundMessage message in content.Messages)
        {
            await context.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }

        if (content.Count == 0)
        {
            await context.SendAsync(texts.Get(StorefrontText.CollectionEmpty, context.Language), cancellationToken)
                .ConfigureAwait(false);
        }

        return true;
    }
}
