namespace WhatsCommerce.Catalogs;

/// <summary>What keeps a product from being sent.</summary>
[Flags]
public enum ProductObstacles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The review has rejected it, or is not through with it.</summary>
    NotApproved = 1,

    /// <summary>It cannot be ordered: sold out, discontinued.</summary>
    NotAvailable = 2,

    /// <summary>It is not published.</summary>
    Hidden = 4,

    /// <summary>
    /// Its review, availability or visibility came in a shape that cannot be read, see <see cref="Product.MalformedFields"/>.
    /// </summary>
    Unclear = 8,
}
