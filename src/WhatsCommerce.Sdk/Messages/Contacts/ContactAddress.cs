namespace WhatsCommerce.Messages;

/// <summary>A postal address of a contact.</summary>
public sealed class ContactAddress
{
    /// <summary>Street and number, or <see langword="null"/>.</summary>
    public string? Street { get; init; }

    /// <summary>The city, or <see langword="null"/>.</summary>
    public string? City { get; init; }

    /// <summary>The state or its code, or <see langword="null"/>.</summary>
    public string? State { get; init; }

    /// <summary>The postal code, or <see langword="null"/>.</summary>
    public string? Zip { get; init; }

    /// <summary>The name of the country, or <see langword="null"/>.</summary>
    public string? Country { get; init; }

    /// <summary>The country's code of two letters, or <see langword="null"/>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The type of address, such as <c>HOME</c>; or <see langword="null"/>.</summary>
    public string? Type { get; init; }

    internal void Validate(Violations violations, WirePath path)
    {
        violations.AllowText(path.Below(".street"), Street, "The street");
        violations.AllowText(path.Below(".city"), City, "The city");
        violations.AllowText(path.Below(".state"), State, "The state");
        violations.AllowText(path.Below(".zip"), Zip, "The postal code");
        violations.AllowText(path.Below(".country"), Country, "The country");
        violations.AllowText(path.Below(".country_code"), CountryCode, "The country's code");
        violations.AllowText(path.Below(".type"), Type, "The type");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteOptional("street"u8, Street);
        writer.WriteOptional("city"u8, City);
        writer.WriteOptional("state"u8, State);
        writer.WriteOptional("zip"u8, Zip);
        writer.WriteOptional("country"u8, Country);
        writer.WriteOptional("country_code"u8, CountryCode);
        writer.WriteOptional("type"u8, Type);
    }
}
