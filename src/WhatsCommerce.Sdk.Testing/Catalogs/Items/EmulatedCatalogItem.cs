using System.Collections.ObjectModel;

namespace WhatsCommerce.Testing;

/// <summary>An item of the local catalog, as a customer sees it.</summary>
public sealed record EmulatedCatalogItem
{
    /// <summary>The id under which the business knows the item (SKU); at most 100 characters, not blank.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>What the item is called.</summary>
    public required string Title { get; init; }

    /// <summary>The price of one piece. Zero or more, with a currency.</summary>
    public required Money Price { get; init; }

    /// <summary>
    /// The price of one piece while the item is on sale, which customers see beside the struck-out <see cref="Price"/>; in the same
    /// currency. <see langword="null"/> when it is not.
    /// </summary>
    public Money? SalePrice { get; init; }

    /// <summary>What one piece costs the customer now: the sale price when there is one.</summary>
    public Money CurrentPrice => SalePrice ?? Price;

    /// <summary>What the product page says about the item.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the item can be had; in stock unless said otherwise.</summary>
    public ItemAvailability Availability { get; init; }

    /// <summary>Where the item's picture is.</summary>
    public Uri? ImageAddress { get; init; }

    /// <summary>Where the shop's own page of the item is.</summary>
    public Uri? Address { get; init; }

    /// <summary>
    /// The group of variants that the item is one of; <see langword="null"/> when it has none. Only variants can be sent, not their group.
    /// </summary>
    public string? ItemGroupId { get; init; }

    /// <summary>
    /// What sets the item apart from the other variants of its group: <c>color</c>, <c>size</c>, <c>pattern</c>, <c>material</c>, and
    /// whatever else <c>additional_variant_attributes</c> names. Empty unless set.
    /// </summary>
    public IReadOnlyDictionary<string, string> VariantAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether the item is kept from customers (Meta's visibility <c>staging</c>).</summary>
    public bool IsHidden { get; init; }
}
