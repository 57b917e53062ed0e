namespace WhatsCommerce.Messages;

/// <summary>A place on the map. Created by <see cref="Message.Location"/>.</summary>
public sealed class LocationMessage : OutboundMessage
{
    internal LocationMessage(double latitude, double longitude, string? name, string? address)
    {
        Latitude = latitude;
        Longitude = longitude;
        Name = name;
        Address = address;
    }

    /// <inheritdoc/>
    public override string Kind => "location";

    /// <summary>Degrees north of the equator.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east of Greenwich.</summary>
    public double Longitude { get; }

    /// <summary>The name of the place, or <see langword="null"/>.</summary>
    public string? Name { get; }

    /// <summary>The address of the place, or <see langword="null"/>.</summary>
    public string? Address { get; }

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "location"u8);
        writer.WriteStartObject("location"u8);
        writer.WriteNumber("latitude"u8, Latitude);
        writer.WriteNumber("longitude"u8, Longitude);
        writer.WriteOptional("name"u8, Name);
        writer.WriteOptional("address"u8, Address);
        writer.WriteEndObject();
    }
}
