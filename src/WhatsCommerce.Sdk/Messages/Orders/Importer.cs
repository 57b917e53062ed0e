namespace WhatsCommerce.Messages;

/// <summary>The company that imported an item.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg, <c>importer_name</c> and <c>importer_address</c>.</remarks>
public sealed record Importer
{
    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The first line of its address.</summary>
    public required string AddressLine1 { get; init; }

    /// <summary>The second line of its address.</summary>
    public string? AddressLine2 { get; init; }

    /// <summary>Its city.</summary>
    public string? City { get; init; }

    /// <summary>The code of its state, such as <c>MH</c>.</summary>
    public string? ZoneCode { get; init; }

    /// <summary>Its postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The code of its country.</summary>
    public string CountryCode { get; init; } = "IN";
}
