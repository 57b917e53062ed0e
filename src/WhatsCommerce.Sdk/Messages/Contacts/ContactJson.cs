namespace WhatsCommerce.Messages;

/// <summary>The JSON that the parts of a contact have in common.</summary>
internal static class ContactJson
{
    /// <summary>Checks a list of parts, of which none may be null.</summary>
    public static void Validate<TPart>(
        Violations violations, int contact, string name, ImmutableArray<TPart> parts, Action<TPart, Violations, WirePath> validate)
        where TPart : class
    {
        for (int i = 0; i < (parts.IsDefault ? 0 : parts.Length); i++)
        {
            WirePath path = new($"contacts[{{0}}].{name}[{{1}}]", contact, i);
            if (parts[i] is TPart part)
            {
                validate(part, violations, path);
            }
            else
            {
                violations.Add(path, ViolationRule.Required, "This part of the contact is null; leave it out.");
            }
        }
    }

    /// <summary>Writes a list of parts, if there are any.</summary>
    public static void Write<TPart>(
        Utf8JsonWriter writer, ReadOnlySpan<byte> name, ImmutableArray<TPart> parts, Action<TPart, Utf8JsonWriter> write)
    {
        if (parts.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (TPart part in parts)
        {
            writer.WriteStartObject();
            write(part, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
