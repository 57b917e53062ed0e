namespace WhatsCommerce.Storefronts;

/// <summary>One line of a quote.</summary>
public sealed record QuoteLine
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name that the customer reads.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the price of one, in whole minor units.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>Gets how many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Gets price times quantity, exactly.</summary>
    public Money Total => UnitPrice * Quantity;
}
