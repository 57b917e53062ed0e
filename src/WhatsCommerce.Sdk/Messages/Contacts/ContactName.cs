namespace WhatsCommerce.Messages;

/// <summary>The name of a contact.</summary>
public sealed class ContactName
{
    /// <summary>The whole name as it is shown (<c>formatted_name</c>); required.</summary>
    public string? FormattedName { get; init; }

    /// <summary>The first name, or <see langword="null"/>.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, or <see langword="null"/>.</summary>
    public string? LastName { get; init; }

    /// <summary>The middle name, or <see langword="null"/>.</summary>
    public string? MiddleName { get; init; }

    /// <summary>The suffix after the name, such as Jr.</summary>
    public string? Suffix { get; init; }

    /// <summary>The prefix before the name, such as Dr.</summary>
    public string? Prefix { get; init; }

    internal void Validate(Violations violations, WirePath path)
    {
        violations.RequireText(path.Below(".formatted_name"), FormattedName, "The formatted name");
        violations.AllowText(path.Below(".first_name"), FirstName, "The first name");
        violations.AllowText(path.Below(".last_name"), LastName, "The last name");
        violations.AllowText(path.Below(".middle_name"), MiddleName, "The middle name");
        violations.AllowText(path.Below(".suffix"), Suffix, "The suffix");
        violations.AllowText(path.Below(".prefix"), Prefix, "The prefix");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("name"u8);
        writer.WriteString("formatted_name"u8, FormattedName);
        writer.WriteOptional("first_name"u8, FirstName);
        writer.WriteOptional("last_name"u8, LastName);
        writer.WriteOptional("middle_name"u8, MiddleName);
        writer.WriteOptional("suffix"u8, Suffix);
        writer.WriteOptional("prefix"u8, Prefix);
        writer.WriteEndObject();
    }
}
