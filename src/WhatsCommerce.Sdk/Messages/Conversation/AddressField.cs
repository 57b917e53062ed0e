using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Messages;

/// <summary>A field of the address form. Source: Meta, messages/address-messages.</summary>
public readonly record struct AddressField
{
    /// <summary>Takes the field from its name.</summary>
    /// <param name="value">The name as it is on the wire.</param>
    public AddressField(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The customer's name.</summary>
    public static AddressField Name { get; } = new("name");

    /// <summary>The customer's phone number.</summary>
    public static AddressField PhoneNumber { get; } = new("phone_number");

    /// <summary>The pin code.</summary>
    public static AddressField PinCode { get; } = new("in_pin_code");

    /// <summary>The number of the flat or house.</summary>
    public static AddressField HouseNumber { get; } = new("house_number");

    /// <summary>The floor.</summary>
    public static AddressField FloorNumber { get; } = new("floor_number");

    /// <summary>The number of the tower.</summary>
    public static AddressField TowerNumber { get; } = new("tower_number");

    /// <summary>The name of the building or apartment.</summary>
    public static AddressField BuildingName { get; } = new("building_name");

    /// <summary>The address itself.</summary>
    public static AddressField Address { get; } = new("address");

    /// <summary>The landmark or area.</summary>
    public static AddressField LandmarkArea { get; } = new("landmark_area");

    /// <summary>The city.</summary>
    public static AddressField City { get; } = new("city");

    /// <summary>The state.</summary>
    public static AddressField State { get; } = new("state");

    /// <summary>The name on the wire; <see langword="null"/> for <see langword="default"/>.</summary>
    public string? Value { get; }

    /// <summary>Whether a field is named.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of the fields above.</summary>
    public bool IsKnown => Value is "name" or "phone_number" or "in_pin_code" or "house_number" or "floor_number" or "tower_number"
        or "building_name" or "address" or "landmark_area" or "city" or "state";

    /// <summary>The name on the wire, or an empty string.</summary>
    public override string ToString() => Value ?? "";
}
