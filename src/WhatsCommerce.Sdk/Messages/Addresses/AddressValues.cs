namespace WhatsCommerce.Messages;

/// <summary>Represents the initial values of an address form. Null and empty fields are left to the customer.</summary>
public sealed class AddressValues
{
    /// <summary>The customer's name.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's phone number, as the form shows it.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The pin code, at most <see cref="MessageLimits.AddressPinCode"/> characters.</summary>
    public string? PinCode { get; init; }

    /// <summary>The number of the flat or house.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>The floor.</summary>
    public string? FloorNumber { get; init; }

    /// <summary>The number of the tower.</summary>
    public string? TowerNumber { get; init; }

    /// <summary>The name of the building or apartment.</summary>
    public string? BuildingName { get; init; }

    /// <summary>The address itself.</summary>
    public string? Address { get; init; }

    /// <summary>The landmark or area.</summary>
    public string? LandmarkArea { get; init; }

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    internal void Validate(Violations violations, WirePath path)
    {
        foreach ((AddressField field, string? value) in Fields)
        {
            violations.AllowText(
                path.Below("." + field.Value),
                value,
                field == AddressField.PinCode ? MessageLimits.AddressPinCode : int.MaxValue,
                "The field");
        }
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach ((AddressField field, string? value) in Fields)
        {
            if (!string.IsNullOrEmpty(value))
            {
                writer.WriteString(field.Value!, value);
            }
        }

        writer.WriteEndObject();
    }

    private (AddressField Field, string? Value)[] Fields =>
    [
        (AddressField.Name, Name), (AddressField.PhoneNumber, PhoneNumber), (AddressField.PinCode, PinCode),
        (AddressField.HouseNumber, HouseNumber), (AddressField.FloorNumber, FloorNumber), (AddressField.TowerNumber, TowerNumber),
        (AddressField.BuildingName, BuildingName), (AddressField.Address, Address), (AddressField.LandmarkArea, LandmarkArea),
        (AddressField.City, City), (AddressField.State, State),
    ];
}
