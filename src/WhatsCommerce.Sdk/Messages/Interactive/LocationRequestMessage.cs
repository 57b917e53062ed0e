namespace WhatsCommerce.Messages;

/// <summary>A message with a button to send one's location. Made by <see cref="Message.LocationRequest"/>.</summary>
public sealed class LocationRequestMessage : InteractiveMessage
{
    internal LocationRequestMessage(string body)
        : base(body, footer: null) { }

    /// <inheritdoc/>
    public override string Kind => "location_request_message";

    private protected override void WriteAction(Utf8JsonWriter writer) => writer.WriteString("name"u8, "send_location"u8);
}
