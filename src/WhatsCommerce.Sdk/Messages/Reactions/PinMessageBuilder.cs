namespace WhatsCommerce.Messages;

/// <summary>Builds a message that pins or unpins another message in a group.</summary>
/// <remarks>Sent to the group: <see cref="Recipient.Group"/>. Source: Meta, groups/groups-messaging.</remarks>
public sealed class PinMessageBuilder : MessageBuilder<PinMessage>
{
    private readonly MessageId _messageId;
    private readonly int? _expirationDays;

    internal PinMessageBuilder(MessageId messageId, int? expirationDays)
    {
        _messageId = messageId;
        _expirationDays = expirationDays;
    }

    private protected override void Validate(Violations violations)
    {
        violations.RequireMessageId("pin.message_id", _messageId);
        if (_expirationDays is < 1)
        {
            violations.Add("pin.expiration_days", ViolationRule.Range, "A message is pinned for at least one day.");
        }
    }

    private protected override PinMessage Create() => new(_messageId, _expirationDays);
}
