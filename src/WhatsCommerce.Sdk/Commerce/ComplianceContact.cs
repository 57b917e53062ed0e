namespace WhatsCommerce.Commerce;

/// <summary>Represents a contact for customers: the grievance officer, or customer care.</summary>
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

    internal void Check(Violations violations, string path, bool isNamed)
    {
        if (isNamed)
        {
            violations.RequireText($"{path}.name", Name, CommerceLimits.ContactNameLength, "The name");
        }
        else if (Name is not null)
        {
            violations.Add(
                $"{path}.name", ViolationRule.NotAllowed, "Customer care has no name; only the grievance officer has one. Leave it out.");
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            violations.Add($"{path}.email", ViolationRule.Required, "It is missing.");
        }
        else
        {
            violations.AllowEmail($"{path}.email", Email, CommerceLimits.EmailLength, "It");
        }

        violations.AllowPhone($"{path}.mobile_number", MobileNumber, "It");
        violations.AllowPhone($"{path}.landline_number", LandlineNumber, "It");
    }

    internal void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        writer.WriteOptional("name"u8, Name);
        writer.WriteOptional("email"u8, Email);
        writer.WriteOptional("mobile_number"u8, MobileNumber);
        writer.WriteOptional("landline_number"u8, LandlineNumber);
        writer.WriteEndObject();
    }
}
