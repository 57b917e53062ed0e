namespace WhatsCommerce.Catalogs;

/// <summary>Represents the condition of an item.</summary>
/// <remarks>An extensible enumeration: unlisted values are kept. Source: Meta, ProductItem, <c>condition</c>.</remarks>
[OpenWord(HasValue = true, FromString = true)]
public readonly partial record struct ProductCondition
{
    /// <summary>New.</summary>
    [Word("new")]
    public static partial ProductCondition New { get; }

    /// <summary>Refurbished.</summary>
    [Word("refurbished")]
    public static partial ProductCondition Refurbished { get; }

    /// <summary>Used.</summary>
    [Word("used")]
    public static partial ProductCondition Used { get; }

    /// <summary>Used, like new.</summary>
    [Word("used_like_new")]
    public static partial ProductCondition UsedLikeNew { get; }

    /// <summary>Used, good.</summary>
    [Word("used_good")]
    public static partial ProductCondition UsedGood { get; }

    /// <summary>Used, fair.</summary>
    [Word("used_fair")]
    public static partial ProductCondition UsedFair { get; }

    /// <summary>New, in an opened box.</summary>
    [Word("open_box_new")]
    public static partial ProductCondition OpenBoxNew { get; }

    /// <summary>Pre-owned and certified.</summary>
    [Word("cpo")]
    public static partial ProductCondition CertifiedPreOwned { get; }
}
