namespace WhatsCommerce.Messages;

/// <summary>A message with a button that opens up to ten rows to choose from. Created by <see cref="Message.List"/>.</summary>
public sealed class ListMessage : HeadedMessage
{
    internal ListMessage(MessageHeader? header, string body, string? footer, string button, ImmutableArray<ListSection> sections)
        : base(header, body, footer)
    {
        Button = button;
        Sections = sections;
    }

    /// <inheritdoc/>
    public override string Kind => "list";

    /// <summary>The text of the button that opens the list.</summary>
    public string Button { get; }

    /// <summary>The sections in the order shown.</summary>
    public ImmutableArray<ListSection> Sections { get; }

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("button"u8, Button);
        writer.WriteStartArray("sections"u8);
        foreach (ListSection section in Sections)
        {
            writer.WriteStartObject();
            if (section.Title is not null)
            {
                writer.WriteString("title"u8, section.Title);
            }

            writer.WriteStartArray("rows"u8);
            foreach (ListRow row in section.Rows)
            {
                WriteRow(writer, row);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, ListRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.Id);
        writer.WriteString("title"u8, row.Title);
        if (row.Description is not null)
        {
            writer.WriteString("description"u8, row.Description);
        }

        writer.WriteEndObject();
    }
}
