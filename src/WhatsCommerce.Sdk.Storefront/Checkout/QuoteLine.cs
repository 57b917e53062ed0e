namespace WhatsCommerce.Storefronts;

/// <summary>Represents one line of a quote.</summary>
public sealed record QuoteLine
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name that the customer reads.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the unit price, in whole minor units.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>Gets the quantity.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets the unit price times the quantity.</summary>
    public Money Total => UnitPrice * Quantity;
}
