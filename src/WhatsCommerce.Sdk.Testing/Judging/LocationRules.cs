namespace WhatsCommerce.Testing.Judging;

/// <summary>The rules for a location in a message or in the header of a template. Source: Meta, messages/location-messages.</summary>
internal static class LocationRules
{
    private const int MaxLatitude = 90;
    private const int MaxLongitude = 180;

    public static Refusal? Judge(Place location) =>
        Coordinate(location["latitude"], MaxLatitude)
        ?? Coordinate(location["longitude"], MaxLongitude)
        ?? location["name"].AllowText("Location name", Limits.LocationName)
        ?? location["address"].AllowText("Location address", Limits.LocationAddress);

    // Meta's pages show them as numbers and as strings.
    private static Refusal? Coordinate(Place place, int max) =>
        place.Text is not { } text ? place.Missing()
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= max ? null
        : place.Wrong(string.Create(CultureInfo.InvariantCulture, $"must be a number from -{max} to {max}"));
}
