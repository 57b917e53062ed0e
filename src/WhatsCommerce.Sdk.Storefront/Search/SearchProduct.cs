namespace WhatsCommerce.Storefronts;

/// <summary>Represents a product in the search index.</summary>
public sealed record SearchProduct
{
    /// <summary>Gets the retailer id, with which the product is sent.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the id of the group of variants; <see langword="null"/> when there are no variants.</summary>
    public string? ItemGroupId { get; init; }

    /// <summary>Gets the brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Gets the category, as customers would name it.</summary>
    public string? Category { get; init; }

    /// <summary>Gets the description, which is indexed but not stored.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the attributes that distinguish the variants of a group, such as color and size, in words.</summary>
    public string? Options { get; init; }

    /// <summary>
    /// Gets the price; <see langword="null"/> when it is not known, in which case searches by price do not find the product.
    /// </summary>
    public Money? Price { get; init; }

    /// <summary>Gets a value indicating whether the product can be sent now: in stock, approved, in the connected catalog.</summary>
    public bool IsSendable { get; init; } = true;

    /// <summary>Gets a value indicating whether the shop allows the product to be found; <see langword="true"/> unless set.</summary>
    public bool IsSearchable { get; init; } = true;
}
