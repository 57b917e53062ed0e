namespace WhatsCommerce.Storefronts;

/// <summary>
/// Writes to the customer of a conversation that no message of theirs has opened, as an agent of the app or of a person does.
/// </summary>
internal sealed class DirectSender(AssistantShop shop, ShopConversation conversation) : IShopSender
{
    private int _sent;

    public string TurnId { get; } = shop.Shop.Ids.Next();

    public Task<bool> SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        // The cause is what the key of the send is made of, and says from which number it leaves; it is not stored.
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
