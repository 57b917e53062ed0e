namespace WhatsCommerce.Testing;

/// <summary>A customer's own contact, as in webhooks.</summary>
internal static class ContactCard
{
    public static void Write(Utf8JsonWriter contacts, string name, string digits)
    {
        string[] names = name.Split(' ', 2, StringSplitOptions.TrimEntries);
        contacts.WriteStartArray();
        contacts.WriteStartObject();
        contacts.WriteStartObject("name");
        contacts.WriteString("first_name", MetaJson.WellFormed(names[0]));
        if (names.Length > 1)
        {
            contacts.WriteString("last_name", MetaJson.WellFormed(names[1]));
        }

        contacts.WriteString("formatted_name", MetaJson.WellFormed(name));
        contacts.WriteEndObject();
        contacts.WriteStartArray("phones");
        contacts.WriteStartObject();
        contacts.WriteString("phone", "+" + digits);
        contacts.WriteString("wa_id", digits);
        contacts.WriteString("type", "CELL");
        contacts.WriteEndObject();
        contacts.WriteEndArray();
        contacts.WriteString("origin", "contact_request");
        contacts.WriteEndObject();
        contacts.WriteEndArray();
    }
}
