namespace WhatsCommerce.Storefronts;

/// <summary>A message to be sent because of an event.</summary>
internal sealed record Outgoing(Recipient To, OutboundMessage Message, StorefrontEvent Cause)
{
    public MessageId ReplyTo { get; init; }

    /// <summary>Distinguishes several messages of one event; empty for the first.</summary>
    public string Part { get; init; } = "";

    public FollowUp? FollowUp { get; init; }

    /// <summary>The sending number: the one that received the cause.</summary>
    public PhoneNumberId From => Cause.PhoneNumberId;
}
