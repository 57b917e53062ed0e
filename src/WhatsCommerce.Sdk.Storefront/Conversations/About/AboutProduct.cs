namespace WhatsCommerce.Storefronts;

/// <summary>The product that a message is about.</summary>
public sealed record AboutProduct
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets its name; <see langword="null"/> when it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Gets by what that is known.</summary>
    public required AboutReason Reason { get; init; }
}
