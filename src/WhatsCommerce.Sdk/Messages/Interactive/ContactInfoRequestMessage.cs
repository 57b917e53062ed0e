namespace WhatsCommerce.Messages;

/// <summary>
/// A message that asks a customer who is known by a user id only for the phone number. Made by <see cref="Message.ContactInfoRequest"/>.
/// </summary>
public sealed class ContactInfoRequestMessage : InteractiveMessage
{
    internal ContactInfoRequestMessage(string body)
        : base(body, footer: null) { }

    /// <inheritdoc/>
    public override string Kind => "request_contact_info";

    private protected override void WriteAction(Utf8JsonWriter writer) => writer.WriteString("name"u8, "request_contact_info"u8);
}
