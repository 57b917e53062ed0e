namespace WhatsCommerce.Storefronts;

/// <summary>Why a line of a cart cannot be sold as it is.</summary>
public enum LineProblemKind
{
    /// <summary>The shop does not know the product.</summary>
    Unknown,

    /// <summary>The product has no price.</summary>
    Unpriced,

    /// <summary>There is none.</summary>
    SoldOut,

    /// <summary>There are fewer than asked for: <see cref="LineProblem.Available"/>.</summary>
    NotEnough,

    /// <summary>It is sold in another currency than the first line of the cart.</summary>
    OtherCurrency,
}
