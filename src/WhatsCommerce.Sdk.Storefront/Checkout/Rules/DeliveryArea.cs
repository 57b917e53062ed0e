namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents the area a shop delivers to: postal codes, circles on the map, or both. An address that matches one of them is within the
/// area.
/// </summary>
public sealed class DeliveryArea
{
    private const double EarthRadiusInKilometers = 6_371;
    private const int ShortestCode = 4;

    private readonly List<string> _codes = [];
    private readonly List<(double Latitude, double Longitude, double Kilometers)> _circles = [];

    /// <summary>
    /// Gets or sets a value indicating whether an address that cannot be checked counts as within the area, such as text without a postal
    /// code; true unless set.
    /// </summary>
    public bool AcceptUnknown { get; set; } = true;

    /// <summary>Adds postal codes or prefixes of them.</summary>
    /// <param name="prefixes">Such as <c>560001</c> or <c>SW1</c>; spaces and case are ignored.</param>
    /// <returns>This area.</returns>
    public DeliveryArea PostalCodes(params ReadOnlySpan<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(prefix, nameof(prefixes));
            _codes.Add(Bare(prefix));
        }

        return this;
    }

    /// <summary>Adds a circle, for locations that customers share.</summary>
    /// <param name="latitude">The latitude of its center in degrees north.</param>
    /// <param name="longitude">The longitude of its center in degrees east.</param>
    /// <param name="kilometers">Its radius in kilometers, as the crow flies.</param>
    /// <returns>This area.</returns>
    public DeliveryArea Around(double latitude, double longitude, double kilometers)
    {
        _circles.Add((latitude, longitude, kilometers));
        return this;
    }

    /// <summary>Determines whether an address is within the area.</summary>
    internal bool Contains(DeliveryAddress address)
    {
        bool isJudged = false;
        if (_circles.Count > 0 && address is { Latitude: double latitude, Longitude: double longitude })
        {
            isJudged = true;
            if (_circles.Exists(circle => Distance(circle.Latitude, circle.Longitude, latitude, longitude) <= circle.Kilometers))
            {
                return true;
            }
        }

        if (_codes.Count > 0)
        {
            string[] written = address.PostalCode is string code ? [Bare(code)] : CodesIn(address.Text);
            isJudged |= written.Length > 0;
            if (written.Any(one => _codes.Exists(prefix => one.StartsWith(prefix, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return !isJudged && AcceptUnknown;
    }

    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    // Finds possible postal codes in free text: words that contain a digit and are longer than a house number.
    private static string[] CodesIn(string? text) =>
    [
        .. (text ?? "").Split([' ', ',', ';', '\n', '\r', '\t', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Bare)
            .Where(word => word.Length >= ShortestCode && word.Any(char.IsAsciiDigit)),
    ];

    private static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        double north = double.DegreesToRadians(otherLatitude - latitude);
        double east = double.DegreesToRadians(otherLongitude - longitude);
        double half = Math.Pow(Math.Sin(north / 2), 2)
            + (Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(otherLatitude))
                * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * EarthRadiusInKilometers * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }
}
