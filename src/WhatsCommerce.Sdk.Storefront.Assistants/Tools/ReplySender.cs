namespace WhatsCommerce.Storefronts;

/// <summary>Answers the message of a reply: what left in a run before does not leave again.</summary>
internal sealed class ReplySender(ReplyContext context) : IShopSender
{
    public string TurnId => context.Received.Id;

    public async Task<bool> SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        await context.SendAsync(message, followUp, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
