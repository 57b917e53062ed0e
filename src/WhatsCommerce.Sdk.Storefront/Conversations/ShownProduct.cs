namespace WhatsCommerce.Storefronts;

/// <summary>A product of a message, as it was when the message was written.</summary>
public sealed record ShownProduct
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets its name; <see langword="null"/> when the shop did not know it.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the address of its picture; <see langword="null"/> when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the price of one; <see langword="null"/> when it was not known.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets how many, in a cart; 0 elsewhere.</summary>
    public int Quantity { get; init; }
}
