namespace WhatsCommerce.Catalogs;

/// <summary>Whether customers see an item.</summary>
/// <remarks>An open value: a word that is not listed is kept. Source: Meta, ProductItem, <c>visibility</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ProductVisibility
{
    /// <summary>Customers see it.</summary>
    [Word("published")]
    public static partial ProductVisibility Published { get; }

    /// <summary>Hidden: it is prepared, or was taken back.</summary>
    [Word("staging")]
    public static partial ProductVisibility Staging { get; }
}
