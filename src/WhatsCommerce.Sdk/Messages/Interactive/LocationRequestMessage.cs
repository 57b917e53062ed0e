namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message with a button with which the customer sends a location. Created by <see cref="Message.LocationRequest"/>.
/// </summary>
public sealed class LocationRequestMessage : InteractiveMessage
{
    internal LocationRequestMessage(string body)
        : base(body, footer: null) { }

    /// <inheritdoc/>
    public override string Kind => "location_request_message";

    private protected override void WriteAction(Utf8JsonWriter writer) => writer.WriteString("name"u8, "send_location"u8);
}
