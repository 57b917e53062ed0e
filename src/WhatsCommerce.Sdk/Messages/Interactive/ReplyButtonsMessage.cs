namespace WhatsCommerce.Messages;

/// <summary>Represents a message with up to three reply buttons. Created by <see cref="Message.Buttons"/>.</summary>
public sealed class ReplyButtonsMessage : HeadedMessage
{
    internal ReplyButtonsMessage(MessageHeader? header, string body, string? footer, ImmutableArray<ReplyButton> buttons)
        : base(header, body, footer) => Buttons = buttons;

    /// <inheritdoc/>
    public override string Kind => "button";

    /// <summary>The buttons in the order shown.</summary>
    public ImmutableArray<ReplyButton> Buttons { get; }

    private protected override void WriteAction(Utf8JsonWriter writer) => WriteButtons(writer, "reply", Buttons);

    /// <summary>Writes <c>buttons</c>; messages and cards use different names for a reply.</summary>
    internal static void WriteButtons(Utf8JsonWriter writer, string type, ImmutableArray<ReplyButton> buttons)
    {
        writer.WriteStartArray("buttons"u8);
        foreach (ReplyButton button in buttons)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, type);
            writer.WriteStartObject(type);
            writer.WriteString("id"u8, button.Id);
            writer.WriteString("title"u8, button.Title);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
