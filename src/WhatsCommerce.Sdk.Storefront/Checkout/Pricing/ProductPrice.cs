namespace WhatsCommerce.Storefronts;

/// <summary>Represents the current price and availability of a product.</summary>
public sealed record ProductPrice
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name that the customer reads.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the unit price. It is rounded half to even to the digits of its currency before it is multiplied. With <see langword="null"/>,
    /// a negative price or an unknown currency the product has no price and is not offered.
    /// </summary>
    public Money? Price { get; init; }

    /// <summary>Gets a value indicating whether the product can be ordered; <see langword="true"/> unless set.</summary>
    public bool CanBeOrdered { get; init; } = true;

    /// <summary>Gets the available quantity; <see langword="null"/> if it is not tracked.</summary>
    public int? Available { get; init; }

    /// <summary>Gets the URL of the product's picture; <see langword="null"/> when it is not known.</summary>
    public string? ImageUrl { get; init; }
}
