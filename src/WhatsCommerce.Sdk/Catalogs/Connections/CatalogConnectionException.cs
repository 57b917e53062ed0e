namespace WhatsCommerce.Catalogs;

/// <summary>
/// A catalog was not connected to a WhatsApp Business account, because a rule of Meta's is against it. Nothing was changed.
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

    /// <summary>The rule.</summary>
    public CatalogConnectionRule Rule { get; }

    /// <summary>The catalog that was to be connected.</summary>
    public CatalogId CatalogId { get; }

    /// <summary>The catalog that the rule is about: the one that cannot be used, or the one that is connected already.</summary>
    public Catalog Found { get; }
}
