namespace WhatsCommerce.Storefronts;

/// <summary>Specifies why a line of a cart cannot be sold as it is.</summary>
public enum LineProblemKind
{
    /// <summary>The shop does not know the product.</summary>
    Unknown,

    /// <summary>The product has no price.</summary>
    Unpriced,

    /// <summary>The product is sold out.</summary>
    SoldOut,

    /// <summary>Fewer are available than requested: <see cref="LineProblem.Available"/>.</summary>
    NotEnough,

    /// <summary>The product's currency differs from that of the first line of the cart.</summary>
    OtherCurrency,
}
