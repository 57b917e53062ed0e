namespace WhatsCommerce.Storefronts;

/// <summary>
/// Sends to the customer of a conversation without an incoming message, for agents of the app or of a person.
/// </summary>
internal sealed class DirectSender(AssistantShop shop, ShopConversation conversation) : IShopSender
{
    private int _sent;

    public string TurnId { get; } = shop.Shop.Ids.Next();

    public Task<bool> SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        // The cause determines the idempotency key and the sending number; it is not stored.
        string number = (++_sent).ToString(CultureInfo.InvariantCulture);
        ToolCalled cause = new()
        {
            Id = $"{TurnId}/message/{number}",
            ShopId = shop.Shop.ShopId,
            Customer = conversation.Customer,
            PhoneNumberId = conversation.PhoneNumberId,
            At = shop.Shop.Now,
            Tool = "",
            Outcome = ToolOutcome.Done,
            Ordinal = _sent,
        };
        return shop.Sender.SendAsync(new Outgoing(conversation.To, message, cause) { FollowUp = followUp }, cancellationToken);
    }
}
