using System.Text.Json;
using WhatsCommerce.Http;

namespace WhatsCommerce.Commerce;

/// <summary>Whom customers can turn to: the grievance officer, or customer care.</summary>
public sealed partial record ComplianceContact
{
    /// <summary>The grievance officer's name, at most 128 characters; customer care has none.</summary>
    [Sensitive]
    public string? Name { get; init; }

    /// <summary>The e-mail address, at most 128 characters. Required.</summary>
    [Sensitive]
    public string? Email { get; init; }

    /// <summary>A mobile number with its country code, such as <c>+913854559033</c>.</summary>
    [Sensitive]
    public string? MobileNumber { get; init; }

    /// <summary>A landline number with its country code, such as <c>+913857614343</c>.</summary>
    [Sensitive]
    public string? LandlineNumber { get; init; }

    internal void Check(RequestRules rules, string path, bool isNamed)
    {
        if (isNamed)
        {
            rules.Required($"{path}.name", Name, CommerceLimits.ContactNameLength);
        }
        else if (Name is not null)
        {
            rules.Add($"{path}.name", "Customer care has no name; only the grievance officer has one. Leave it out.");
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            rules.Add($"{path}.email", "It is missing.");
        }
        else
        {
            rules.Email($"{path}.email", Email, CommerceLimits.EmailLength);
        }

        rules.Phone($"{path}.mobile_number", MobileNumber);
        rules.Phone($"{path}.landline_number", LandlineNumber);
    }

    internal void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        WriteIfPresent(writer, "name"u8, Name);
        WriteIfPresent(writer, "email"u8, Email);
        WriteIfPresent(writer, "mobile_number"u8, MobileNumber);
        WriteIfPresent(writer, "landline_number"u8, LandlineNumber);
        writer.WriteEndObject();
    }

    private static void WriteIfPresent(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
