namespace WhatsCommerce.Storefronts;

/// <summary>The delivery address: from a form, a location, or text that the customer confirmed.</summary>
public sealed partial record DeliveryAddress
{
    /// <summary>Gets the address as a person reads it, in lines; <see langword="null"/> for a place that has coordinates alone.</summary>
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

    /// <summary>Gets the degrees north of a place on the map.</summary>
    [Sensitive]
    public double? Latitude { get; init; }

    /// <summary>Gets the degrees east of a place on the map.</summary>
    [Sensitive]
    public double? Longitude { get; init; }

    /// <summary>Returns the address in one text: what the customer confirms and the courier reads.</summary>
    internal string Shown => (Text, Latitude, Longitude) switch
    {
        ({ } text, _, _) => text,
        (null, double latitude, double longitude) =>
            string.Create(CultureInfo.InvariantCulture, $"{latitude:0.#####}, {longitude:0.#####}"),
        _ => "",
    };
}
