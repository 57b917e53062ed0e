namespace WhatsCommerce.Messages;

/// <summary>Builds a message of contact cards.</summary>
/// <remarks>Source: Meta, messages/contacts-messages.</remarks>
public sealed class ContactsMessageBuilder : MessageBuilder<ContactsMessage>
{
    private readonly List<Contact> _contacts;

    internal ContactsMessageBuilder(List<Contact> contacts) => _contacts = contacts;

    /// <summary>Adds a contact.</summary>
    /// <param name="contact">The contact; a message has one to <see cref="MessageLimits.Contacts"/>.</param>
    public ContactsMessageBuilder Contact(Contact contact)
    {
        _contacts.Add(contact);
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        violations.RequireCount("contacts", _contacts.Count, MessageLimits.Contacts, "contacts");
        for (int i = 0; i < _contacts.Count; i++)
        {
            if (_contacts[i] is Contact contact)
            {
                contact.Validate(violations, i);
            }
            else
            {
                violations.Add(new("contacts[{0}]", i), ViolationRule.Required, "The contact is null; leave it out.");
            }
        }
    }

    private protected override ContactsMessage Create() => new([.. _contacts]);
}
