using System.Collections.ObjectModel;

namespace WhatsCommerce.Testing;

/// <summary>An item of the local catalog, as a customer sees it.</summary>
public sealed record EmulatedCatalogItem
{
    /// <summary>The business's id of the item (SKU); at most 100 characters, not blank.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>The title of the item.</summary>
    public required string Title { get; init; }

    /// <summary>The unit price; zero or more, with a currency.</summary>
    public required Money Price { get; init; }

    /// <summary>
    /// The unit price while the item is on sale, in the same currency, which customers see beside the crossed-out <see cref="Price"/>;
    /// <see langword="null"/> when it is not on sale.
    /// </summary>
    public Money? SalePrice { get; init; }

    /// <summary>The current unit price: the sale price if there is one, otherwise the price.</summary>
    public Money CurrentPrice => SalePrice ?? Price;

    /// <summary>The description on the product page.</summary>
    public string? Description { get; init; }

    /// <summary>The availability; in stock unless set.</summary>
    public ItemAvailability Availability { get; init; }

    /// <summary>The URL of the item's picture.</summary>
    public Uri? ImageAddress { get; init; }

    /// <summary>The URL of the item's page in the shop's own web shop.</summary>
    public Uri? Address { get; init; }

    /// <summary>
    /// The id of the item's group of variants; <see langword="null"/> when it is not a variant. Only variants can be sent, not their group.
    /// </summary>
    public string? ItemGroupId { get; init; }

    /// <summary>
    /// The attributes that distinguish the item from the other variants of its group: <c>color</c>, <c>size</c>, <c>pattern</c>,
    /// <c>material</c>, and others in <c>additional_variant_attributes</c>. Empty unless set.
    /// </summary>
    public IReadOnlyDictionary<string, string> VariantAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether the item is hidden from customers (Meta's visibility <c>staging</c>).</summary>
    public bool IsHidden { get; init; }
}
