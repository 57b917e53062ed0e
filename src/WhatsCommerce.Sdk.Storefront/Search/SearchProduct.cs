namespace WhatsCommerce.Storefronts;

/// <summary>A product as the search knows it.</summary>
public sealed record SearchProduct
{
    /// <summary>Gets the retailer id, under which it is sent.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the group whose variants have the same id; <see langword="null"/> when it has no variants.</summary>
    public string? ItemGroupId { get; init; }

    /// <summary>Gets the brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Gets the category, as customers would name it.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the description. It is indexed, and not kept.</summary>
    public string? Description { get; init; }

    /// <summary>Gets what tells the variants of a group apart, such as color and size, in words.</summary>
    public string? Options { get; init; }

    /// <summary>Gets the price; <see langword="null"/> when it is not known, and then no search by price finds the product.</summary>
    public Money? Price { get; init; }

    /// <summary>Gets a value indicating whether the product can be sent now: in stock, approved, in the connected catalog.</summary>
    public bool IsSendable { get; init; } = true;

    /// <summary>Gets a value indicating whether the shop lets it be found; <see langword="true"/> unless set.</summary>
    public bool IsSearchable { get; init; } = true;
}
