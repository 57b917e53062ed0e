namespace WhatsCommerce.Storefronts;

/// <summary>Replies to the message; messages that were sent in an earlier run are not sent again.</summary>
internal sealed class ReplySender(ReplyContext context) : IShopSender
{
    public string TurnId => context.Received.Id;

    public async Task<bool> SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        await context.SendAsync(message, followUp, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
