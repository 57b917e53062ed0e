namespace WhatsCommerce.Catalogs;

/// <summary>Represents the address of the importer of an item (India). Source: Meta, ProductItem, <c>importer_address</c>.</summary>
public sealed record ImporterAddress
{
    /// <summary><c>street1</c>.</summary>
    public string? Street1 { get; init; }

    /// <summary><c>street2</c>.</summary>
    public string? Street2 { get; init; }

    /// <summary><c>city</c>.</summary>
    public string? City { get; init; }

    /// <summary><c>region</c>.</summary>
    public string? Region { get; init; }

    /// <summary><c>postal_code</c>.</summary>
    public string? PostalCode { get; init; }

    /// <summary><c>country</c>, as two letters.</summary>
    public string? Country { get; init; }

    internal bool IsEmpty =>
        string.IsNullOrWhiteSpace(Street1) && string.IsNullOrWhiteSpace(Street2) && string.IsNullOrWhiteSpace(City)
        && string.IsNullOrWhiteSpace(Region) && string.IsNullOrWhiteSpace(PostalCode) && string.IsNullOrWhiteSpace(Country);
}
