namespace WhatsCommerce.Catalogs;

/// <summary>
/// The exception that is thrown when a catalog cannot be connected to a WhatsApp Business account because of one of Meta's rules. Nothing
/// was changed.
/// </summary>
public sealed class CatalogConnectionException : WhatsCommerceException
{
    internal CatalogConnectionException(string message, CatalogConnectionRule rule, CatalogId catalogId, Catalog found)
        : base(message)
    {
        Rule = rule;
        CatalogId = catalogId;
        Found = found;
    }

    /// <summary>Gets the rule that prevents the connection.</summary>
    public CatalogConnectionRule Rule { get; }

    /// <summary>Gets the catalog that was to be connected.</summary>
    public CatalogId CatalogId { get; }

    /// <summary>Gets the catalog that the rule is about: the unsuitable one, or the one that is already connected.</summary>
    public Catalog Found { get; }
}
