namespace WhatsCommerce.Storefronts;

/// <summary>Represents the product that a message is about.</summary>
public sealed record AboutProduct
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name of the product; <see langword="null"/> when it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how the product was identified.</summary>
    public required AboutReason Reason { get; init; }
}
