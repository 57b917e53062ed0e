namespace WhatsCommerce.Catalogs;

/// <summary>The problems that keep a product from being sent.</summary>
[Flags]
public enum ProductObstacles
{
    /// <summary>No problem.</summary>
    None = 0,

    /// <summary>The review rejected it, or has not finished.</summary>
    NotApproved = 1,

    /// <summary>It cannot be ordered, because it is sold out or discontinued.</summary>
    NotAvailable = 2,

    /// <summary>It is not published.</summary>
    Hidden = 4,

    /// <summary>
    /// Its review, availability or visibility has a shape that cannot be read, see <see cref="Product.MalformedFields"/>.
    /// </summary>
    Unclear = 8,
}
