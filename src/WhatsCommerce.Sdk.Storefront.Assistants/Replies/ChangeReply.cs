namespace WhatsCommerce.Storefronts;

/// <summary>
/// Replies to the button that changes a proposed cart by asking the customer to describe the change; a later responder handles that text.
/// </summary>
internal sealed class ChangeReply(Texts texts)
{
    public static bool Concerns(InboundMessage message) => Buttons.Read(message.ButtonId) is (Buttons.Change, _, _);

    public async Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        await context.SendAsync(texts.Get(StorefrontText.AskChange, context.Language), cancellationToken).ConfigureAwait(false);
        return true;
    }
}
