namespace WhatsCommerce;

/// <summary>Two keys turned out to be one customer's: what is stored under one belongs to the other.</summary>
public sealed record CustomersMerged
{
    /// <summary>The key from now on: the older one.</summary>
    public required CustomerKey Survivor { get; init; }

    /// <summary>The key that is given up. It is never given to anybody else.</summary>
    public required CustomerKey Merged { get; init; }
}
