namespace WhatsCommerce.Messages;

/// <summary>Builds a place on the map: coordinates, a name and an address.</summary>
/// <remarks>Source: Meta, messages/location-messages.</remarks>
public sealed class LocationMessageBuilder : MessageBuilder<LocationMessage>
{
    private const int MaxLatitude = 90;
    private const int MaxLongitude = 180;

    private readonly double _latitude;
    private readonly double _longitude;
    private string? _name;
    private string? _address;

    internal LocationMessageBuilder(double latitude, double longitude)
    {
        _latitude = latitude;
        _longitude = longitude;
    }

    /// <summary>Sets the name of the place.</summary>
    /// <param name="name">At most <see cref="MessageLimits.LocationName"/> characters; null or empty for none.</param>
    public LocationMessageBuilder Name(string? name)
    {
        _name = NullIfEmpty(name);
        return this;
    }

    /// <summary>Sets the address of the place.</summary>
    /// <param name="address">At most <see cref="MessageLimits.LocationAddress"/> characters; null or empty for none.</param>
    public LocationMessageBuilder Address(string? address)
    {
        _address = NullIfEmpty(address);
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        violations.RequireRange("location.latitude", _latitude, -MaxLatitude, MaxLatitude, "The latitude");
        violations.RequireRange("location.longitude", _longitude, -MaxLongitude, MaxLongitude, "The longitude");
        violations.AllowText("location.name", _name, MessageLimits.LocationName, "The name");
        violations.AllowText("location.address", _address, MessageLimits.LocationAddress, "The address");
    }

    private protected override LocationMessage Create() => new(_latitude, _longitude, _name, _address);
}
