namespace WhatsCommerce.Messages;

/// <summary>A field of the address form. Source: Meta, messages/address-messages.</summary>
[OpenWord(HasValue = true)]
public readonly partial record struct AddressField
{
    /// <summary>The customer's name.</summary>
    [Word("name")]
    public static partial AddressField Name { get; }

    /// <summary>The customer's phone number.</summary>
    [Word("phone_number")]
    public static partial AddressField PhoneNumber { get; }

    /// <summary>The pin code.</summary>
    [Word("in_pin_code")]
    public static partial AddressField PinCode { get; }

    /// <summary>The number of the flat or house.</summary>
    [Word("house_number")]
    public static partial AddressField HouseNumber { get; }

    /// <summary>The floor.</summary>
    [Word("floor_number")]
    public static partial AddressField FloorNumber { get; }

    /// <summary>The number of the tower.</summary>
    [Word("tower_number")]
    public static partial AddressField TowerNumber { get; }

    /// <summary>The name of the building or apartment.</summary>
    [Word("building_name")]
    public static partial AddressField BuildingName { get; }

    /// <summary>The address itself.</summary>
    [Word("address")]
    public static partial AddressField Address { get; }

    /// <summary>The landmark or area.</summary>
    [Word("landmark_area")]
    public static partial AddressField LandmarkArea { get; }

    /// <summary>The city.</summary>
    [Word("city")]
    public static partial AddressField City { get; }

    /// <summary>The state.</summary>
    [Word("state")]
    public static partial AddressField State { get; }
}
