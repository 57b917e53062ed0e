using System.Globalization;

namespace WhatsCommerce.Storefronts;

/// <summary>Where the goods go: a form that was filled in, a place on the map, or what the customer wrote and confirmed.</summary>
public sealed partial record DeliveryAddress
{
    /// <summary>Gets the address as a person reads it, in lines; <see langword="null"/> for a place that has coordinates alone.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary>Gets the postal code, where a form tells it.</summary>
    [Sensitive]
    public string? PostalCode { get; init; }

    /// <summary>Gets the city, where a form tells it.</summary>
    [Sensitive]
    public string? City { get; init; }

    /// <summary>Gets who receives the goods, where a form tells it.</summary>
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
