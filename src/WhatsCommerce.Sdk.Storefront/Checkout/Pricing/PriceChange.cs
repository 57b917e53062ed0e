namespace WhatsCommerce.Storefronts;

/// <summary>Represents a price that differs from the one that the customer's device showed.</summary>
public sealed record PriceChange
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name of the product.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the price that the device showed.</summary>
    public required Money Shown { get; init; }

    /// <summary>Gets the current price.</summary>
    public required Money Price { get; init; }
}
