namespace WhatsCommerce.Storefronts;

/// <summary>A price that differs from the one that the customer's device showed.</summary>
public sealed record PriceChange
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the price that the device showed.</summary>
    public required Money Shown { get; init; }

    /// <summary>Gets the price.</summary>
    public required Money Price { get; init; }
}
