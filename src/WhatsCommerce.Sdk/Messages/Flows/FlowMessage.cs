namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message with a button that opens a flow (a form in WhatsApp). Created by <see cref="Message.Flow"/> or
/// <see cref="Message.FlowByName"/>.
/// </summary>
public sealed class FlowMessage : HeadedMessage
{
    internal FlowMessage(MessageHeader? header, string body, string? footer, string button)
        : base(header, body, footer) => Button = button;

    /// <inheritdoc/>
    public override string Kind => "flow";

    /// <summary>The id of the flow; <see langword="null"/> if it is given by name.</summary>
    public string? FlowId { get; internal init; }

    /// <summary>The name of the flow; <see langword="null"/> if it is given by id.</summary>
    public string? FlowName { get; internal init; }

    /// <summary>The text of the button that opens the flow (<c>flow_cta</c>).</summary>
    public string Button { get; }

    /// <summary>The version of the flow that is opened: published or draft.</summary>
    public FlowMode Mode { get; internal init; }

    /// <summary>
    /// Your own token that identifies this use of the flow; your endpoint and the reply contain it. Or <see langword="null"/>.
    /// </summary>
    public string? Token { get; internal init; }

    /// <summary><c>navigate</c>, <c>data_exchange</c>, or <see langword="null"/>, which Meta treats as <c>navigate</c>.</summary>
    public string? Action { get; internal init; }

    /// <summary>The first screen; <see langword="null"/> for the default of the flow.</summary>
    public string? Screen { get; internal init; }

    /// <summary>The initial data of the first screen, or <see langword="null"/>.</summary>
    public JsonElement? Data { get; internal init; }

    private protected override void WriteAction(Utf8JsonWriter writer)
    {
        writer.WriteString("name"u8, "flow"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteString("flow_message_version"u8, "3"u8);
        writer.WriteOptional("flow_token"u8, Token);
        writer.WriteOptional("flow_id"u8, FlowId);
        writer.WriteOptional("flow_name"u8, FlowName);
        writer.WriteString("flow_cta"u8, Button);
        writer.WriteOptional("mode"u8, Mode.Value);
        writer.WriteOptional("flow_action"u8, Action);
        if (Screen is not null || Data is not null)
        {
            writer.WriteStartObject("flow_action_payload"u8);
            writer.WriteOptional("screen"u8, Screen);
            if (Data is JsonElement data)
            {
                writer.WritePropertyName("data"u8);
                data.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
