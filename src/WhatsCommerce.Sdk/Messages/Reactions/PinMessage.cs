namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message that pins or unpins another message in a group. Created by <see cref="Message.Pin"/> or
/// <see cref="Message.Unpin"/>.
/// </summary>
public sealed class PinMessage : OutboundMessage
{
    internal PinMessage(MessageId messageId, int? expirationDays)
    {
        MessageId = messageId;
        ExpirationDays = expirationDays;
    }

    /// <inheritdoc/>
    public override string Kind => "pin";

    /// <summary>The message that is pinned or was.</summary>
    public MessageId MessageId { get; }

    /// <summary>The number of days; <see langword="null"/> unpins the message.</summary>
    public int? ExpirationDays { get; }

    private protected override bool SuitsGroups => true;

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "pin"u8);
        writer.WriteStartObject("pin"u8);
        writer.WriteString("type"u8, ExpirationDays is null ? "unpin"u8 : "pin"u8);
        writer.WriteString("message_id"u8, MessageId.Value);
        if (ExpirationDays is int days)
        {
            writer.WriteNumber("expiration_days"u8, days);
        }

        writer.WriteEndObject();
    }
}
