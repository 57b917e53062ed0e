namespace WhatsCommerce.Storefronts;

/// <summary>Represents a delivery address: from a form, a location, or text that the customer confirmed.</summary>
public sealed partial record DeliveryAddress
{
    /// <summary>Gets the address as text of one or more lines; <see langword="null"/> for a location that has only coordinates.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary>Gets the postal code, if a form contains it.</summary>
    [Sensitive]
    public string? PostalCode { get; init; }

    /// <summary>Gets the city, if a form contains it.</summary>
    [Sensitive]
    public string? City { get; init; }

    /// <summary>Gets the name of the recipient, if a form contains it.</summary>
    [Sensitive]
    public string? Name { get; init; }

    /// <summary>Gets the latitude of a location in degrees north; <see langword="null"/> for other addresses.</summary>
    [Sensitive]
    public double? Latitude { get; init; }

    /// <summary>Gets the longitude of a location in degrees east; <see langword="null"/> for other addresses.</summary>
    [Sensitive]
    public double? Longitude { get; init; }

    /// <summary>The address as one text, which the customer confirms and the courier reads.</summary>
    internal string Shown => (Text, Latitude, Longitude) switch
    {
        ({ } text, _, _) => text,
        (null, double latitude, double longitude) =>
            string.Create(CultureInfo.InvariantCulture, $"{latitude:0.#####}, {longitude:0.#####}"),
        _ => "",
    };
}
