namespace WhatsCommerce;

/// <summary>Represents whether products can be sent, as far as can be known before sending.</summary>
public sealed record PreflightReport
{
    /// <summary>The given catalog, or the client's own; absent where there is neither.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>The catalog that is connected to the WhatsApp Business account; absent when none is.</summary>
    public CatalogId ConnectedCatalogId { get; init; }

    /// <summary>The problems that keep the number from sending any product.</summary>
    public ShopProblems ShopProblems { get; init; }

    /// <summary>
    /// The products without problems, in the requested order. They still cannot be sent while there are
    /// <see cref="ShopProblems"/>.
    /// </summary>
    public IReadOnlyList<RetailerId> Sendable { get; init; } = [];

    /// <summary>The products with problems.</summary>
    public IReadOnlyList<UnsendableProduct> Unsendable { get; init; } = [];

    /// <summary>Whether everything can be sent.</summary>
    public bool IsClear => ShopProblems == ShopProblems.None && Unsendable.Count == 0;

    /// <summary>Returns the problems, in words that say what to do.</summary>
    public override string ToString() =>
        IsClear ? "Nothing found." : string.Join(' ', [.. ShopWords(), .. Unsendable.Select(product => $"{product}.")]);

    private IEnumerable<string> ShopWords()
    {
        if (ShopProblems.HasFlag(ShopProblems.NoCatalogConnected))
        {
            yield return "No catalog is connected to the WhatsApp Business account: connect one with Catalogs.ConnectAsync.";
        }

        if (ShopProblems.HasFlag(ShopProblems.OtherCatalogConnected))
        {
            yield return $"The catalog {ConnectedCatalogId} is connected to the WhatsApp Business account, not {CatalogId}: name that one, "
                + "or connect this.";
        }

        if (ShopProblems.HasFlag(ShopProblems.CatalogHidden))
        {
            yield return "The number's commerce settings hide the catalog: show it with "
                + "Commerce.UpdateSettingsAsync(isCatalogVisible: true).";
        }

        if (ShopProblems.HasFlag(ShopProblems.BusinessComplianceMissing))
        {
            yield return "An Indian business tells who it is before it sends products: Commerce.SetComplianceAsync.";
        }
    }
}
