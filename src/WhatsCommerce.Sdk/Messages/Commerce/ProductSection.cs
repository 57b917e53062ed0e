using System.Collections.Immutable;

namespace WhatsCommerce.Messages;

/// <summary>A section of a product list: a title and the products under it.</summary>
public sealed class ProductSection
{
    internal ProductSection(string? title, ImmutableArray<RetailerId> products)
    {
        Title = title;
        Products = products;
    }

    /// <summary>The title; <see langword="null"/> only in a list of one section.</summary>
    public string? Title { get; }

    /// <summary>The products in the order shown.</summary>
    public ImmutableArray<RetailerId> Products { get; }
}
