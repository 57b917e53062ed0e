namespace WhatsCommerce.Storefronts;

/// <summary>Answers the button that changes a proposed cart: what is to be changed is said in words, to whoever answers those.</summary>
internal sealed class ChangeReply(Texts texts)
{
    public static bool Concerns(InboundMessage message) => Buttons.Read(message.ButtonId) is (Buttons.Change, _, _);

    public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        await context.SendAsync(texts.Get(StorefrontText.AskChange, context.Language), cancellationToken).ConfigureAwait(false);
        return true;
    }
}
