namespace WhatsCommerce.Storefronts;

/// <summary>Sends to the customer of one conversation, and to nobody else.</summary>
internal interface IShopSender
{
    /// <summary>Gets what ids of this turn begin with: the same when the turn is repeated.</summary>
    string TurnId { get; }

    /// <summary>Sends a message.</summary>
    /// <returns>Whether Meta took it; not when the customer's 24-hour window is closed.</returns>
    Task<bool> SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken);
}
