using System.Text.Json;

namespace WhatsCommerce.Messages;

/// <summary>Where a contact works.</summary>
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
        ContactJson.WriteIfPresent(writer, "company"u8, Company);
        ContactJson.WriteIfPresent(writer, "department"u8, Department);
        ContactJson.WriteIfPresent(writer, "title"u8, Title);
        writer.WriteEndObject();
    }
}
