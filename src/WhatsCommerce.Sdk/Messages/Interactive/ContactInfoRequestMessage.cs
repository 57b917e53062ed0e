namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message that asks for the phone number of a customer whose user id alone is known. Created by
/// <see cref="Message.ContactInfoRequest"/>.
/// </summary>
public sealed class ContactInfoRequestMessage : InteractiveMessage
{
    internal ContactInfoRequestMessage(string body)
        : base(body, footer: null) { }

    /// <inheritdoc/>
    public override string Kind => "request_contact_info";

    private protected override void WriteAction(Utf8JsonWriter writer) => writer.WriteString("name"u8, "request_contact_info"u8);
}
