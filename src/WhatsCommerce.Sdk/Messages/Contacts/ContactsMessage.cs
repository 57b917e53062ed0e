namespace WhatsCommerce.Messages;

/// <summary>One or more contact cards. Created by <see cref="Message.Contacts(ReadOnlySpan{Contact})"/>.</summary>
public sealed class ContactsMessage : OutboundMessage
{
    internal ContactsMessage(ImmutableArray<Contact> contacts) => Contacts = contacts;

    /// <inheritdoc/>
    public override string Kind => "contacts";

    /// <summary>The contacts in the order shown.</summary>
    public ImmutableArray<Contact> Contacts { get; }

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "contacts"u8);
        writer.WriteStartArray("contacts"u8);
        foreach (Contact contact in Contacts)
        {
            contact.Write(writer);
        }

        writer.WriteEndArray();
    }
}
