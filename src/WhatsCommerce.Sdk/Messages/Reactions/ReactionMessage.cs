namespace WhatsCommerce.Messages;

/// <summary>
/// An emoji on a message of the customer's, or its removal. Created by <see cref="Message.Reaction"/> or
/// <see cref="Message.RemoveReaction"/>.
/// </summary>
public sealed class ReactionMessage : OutboundMessage
{
    internal ReactionMessage(MessageId messageId, string? emoji)
    {
        MessageId = messageId;
        Emoji = emoji;
    }

    /// <inheritdoc/>
    public override string Kind => "reaction";

    /// <summary>The message that is reacted to.</summary>
    public MessageId MessageId { get; }

    /// <summary>The emoji; <see langword="null"/> removes the one that is there.</summary>
    public string? Emoji { get; }

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "reaction"u8);
        writer.WriteStartObject("reaction"u8);
        writer.WriteString("message_id"u8, MessageId.Value);
        writer.WriteString("emoji"u8, Emoji ?? "");
        writer.WriteEndObject();
    }
}
