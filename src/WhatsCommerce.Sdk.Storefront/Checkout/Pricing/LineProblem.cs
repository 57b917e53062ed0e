namespace WhatsCommerce.Storefronts;

/// <summary>A line of a cart that cannot be sold as it is; the customer is asked whether to continue with the rest.</summary>
public sealed record LineProblem
{
    /// <summary>Gets the product.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the name of the product; its retailer id when the shop does not know it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the problem.</summary>
    public required LineProblemKind Kind { get; init; }

    /// <summary>Gets the available quantity, for <see cref="LineProblemKind.NotEnough"/>.</summary>
    public int Available { get; init; }
}
