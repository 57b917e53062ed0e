namespace WhatsCommerce.Catalogs;

/// <summary>Represents whether customers see an item.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductItem, <c>visibility</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ProductVisibility
{
    /// <summary>Customers see it.</summary>
    [Word("published")]
    public static partial ProductVisibility Published { get; }

    /// <summary>Hidden: not yet published, or withdrawn.</summary>
    [Word("staging")]
    public static partial ProductVisibility Staging { get; }
}
