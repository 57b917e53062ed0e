namespace WhatsCommerce.Storefronts;

/// <summary>A message that is about to be sent for an event.</summary>
internal sealed record Outgoing(Recipient To, OutboundMessage Message, StorefrontEvent Cause)
{
    public MessageId ReplyTo { get; init; }

    /// <summary>Tells several messages of one event apart; empty for the first.</summary>
    public string Part { get; init; } = "";

    public FollowUp? FollowUp { get; init; }

    /// <summary>The number that sends: the one on which the cause came in.</summary>
    public PhoneNumberId From => Cause.PhoneNumberId;
}
