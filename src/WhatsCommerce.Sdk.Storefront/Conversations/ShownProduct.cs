namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product in a message, as it was when the message was sent.</summary>
public sealed record ShownProduct
{
    /// <summary>Gets the retailer id of the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name of the product; <see langword="null"/> when the shop did not know it.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the URL of the product's picture; <see langword="null"/> when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the unit price; <see langword="null"/> when it was not known.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets the quantity in a cart; 0 in other messages.</summary>
    public int Quantity { get; init; }
}
