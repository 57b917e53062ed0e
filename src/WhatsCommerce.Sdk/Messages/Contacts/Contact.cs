namespace WhatsCommerce.Messages;

/// <summary>The card of a person or a business. Source: Meta, messages/contacts-messages.</summary>
public sealed class Contact
{
    /// <summary>The name; required.</summary>
    public ContactName? Name { get; init; }

    /// <summary>Phone numbers.</summary>
    public ImmutableArray<ContactPhone> Phones { get; init; } = [];

    /// <summary>E-mail addresses.</summary>
    public ImmutableArray<ContactEmail> Emails { get; init; } = [];

    /// <summary>Websites.</summary>
    public ImmutableArray<ContactUrl> Urls { get; init; } = [];

    /// <summary>Postal addresses.</summary>
    public ImmutableArray<ContactAddress> Addresses { get; init; } = [];

    /// <summary>The company or organization, or <see langword="null"/>.</summary>
    public ContactOrganization? Organization { get; init; }

    /// <summary>The day of birth, or <see langword="null"/>.</summary>
    public DateOnly? Birthday { get; init; }

    internal void Validate(Violations violations, int index)
    {
        WirePath contact = new("contacts[{0}]", index);
        if (Name is null)
        {
            violations.Add(contact.Below(".name"), ViolationRule.Required, "A contact needs a name with its formatted name.");
        }

        Name?.Validate(violations, contact.Below(".name"));
        Organization?.Validate(violations, contact.Below(".org"));
        ContactJson.Validate(violations, index, "phones", Phones, static (phone, found, path) => phone.Validate(found, path));
        ContactJson.Validate(violations, index, "emails", Emails, static (email, found, path) => email.Validate(found, path));
        ContactJson.Validate(violations, index, "urls", Urls, static (url, found, path) => url.Validate(found, path));
        ContactJson.Validate(violations, index, "addresses", Addresses, static (address, found, path) => address.Validate(found, path));
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Name!.Write(writer);
        ContactJson.Write(writer, "phones"u8, Phones, static (phone, to) => phone.Write(to));
        ContactJson.Write(writer, "emails"u8, Emails, static (email, to) => email.Write(to));
        ContactJson.Write(writer, "urls"u8, Urls, static (url, to) => url.Write(to));
        ContactJson.Write(writer, "addresses"u8, Addresses, static (address, to) => address.Write(to));
        Organization?.Write(writer);
        if (Birthday is DateOnly birthday)
        {
            writer.WriteString("birthday"u8, birthday.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
    }
}
