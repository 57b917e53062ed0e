namespace WhatsCommerce.Storefronts;

/// <summary>Replies to customers who ask for their usual order or the last order, with a button or in words. Runs in the outbox.</summary>
internal sealed class ReorderReplies(StorefrontReorder reorder, ReorderMessages messages, Texts texts)
{
    /// <summary>Longer messages are sentences, which are left to other responders.</summary>
    private const int LongestWords = 40;

    /// <summary>Whether a message may contain such words.</summary>
    public static bool MayBe(InboundMessage message) =>
        message is { Kind: InboundMessageKind.Text, RetailerId.HasValue: false, Text.Length: <= LongestWords };

    public static bool IsButton(InboundMessage message) => ReorderButtons.Read(message.ButtonId) is not null;

    public Task<bool> PressAsync(ReplyContext context, CancellationToken cancellationToken) =>
        AnswerAsync(context, ReorderButtons.Read(context.Message.ButtonId), cancellationToken);

    public Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken) =>
        AnswerAsync(context, KindOf(context.Message.Text), cancellationToken);

    private ReorderKind? KindOf(string? words) =>
        texts.IsOneOf(StorefrontText.UsualWords, words) ? ReorderKind.Usual
        : texts.IsOneOf(StorefrontText.LastOrderWords, words) ? ReorderKind.LastOrder
        : null;

    private async Task<bool> AnswerAsync(ReplyContext context, ReorderKind? asked, CancellationToken cancellationToken)
    {
        if (asked is not ReorderKind kind)
        {
            return false;
        }

        ReorderList list = await reorder.GetAsync(context.Customer, kind, cancellationToken).ConfigureAwait(false);
        (OutboundMessage message, _) = await messages.WriteAsync(list, context.Language, cancellationToken).ConfigureAwait(false);
        await context.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
