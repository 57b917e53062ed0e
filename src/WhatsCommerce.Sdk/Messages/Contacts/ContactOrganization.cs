namespace WhatsCommerce.Messages;

/// <summary>The employer of a contact.</summary>
public sealed class ContactOrganization
{
    /// <summary>The company or organization, or <see langword="null"/>.</summary>
    public string? Company { get; init; }

    /// <summary>The department, or <see langword="null"/>.</summary>
    public string? Department { get; init; }

    /// <summary>The job title, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    internal void Validate(Violations violations, WirePath path)
    {
        violations.AllowText(path.Below(".company"), Company, "The company");
        violations.AllowText(path.Below(".department"), Department, "The department");
        violations.AllowText(path.Below(".title"), Title, "The title");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("org"u8);
        writer.WriteOptional("company"u8, Company);
        writer.WriteOptional("department"u8, Department);
        writer.WriteOptional("title"u8, Title);
        writer.WriteEndObject();
    }
}
