namespace WhatsCommerce.Storefronts;

/// <summary>Sends only to the customer of one conversation.</summary>
internal interface IShopSender
{
    /// <summary>Gets the prefix of the ids of this turn; the same when the turn is retried.</summary>
    string TurnId { get; }

    /// <summary>Sends a message.</summary>
    /// <returns>Whether Meta accepted the message; false when the customer's 24-hour window is closed.</returns>
    Task<bool> SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken);
}
