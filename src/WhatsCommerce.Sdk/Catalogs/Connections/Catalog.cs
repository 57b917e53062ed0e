namespace WhatsCommerce.Catalogs;

/// <summary>Represents a catalog. Source: Meta, ProductCatalog.</summary>
public sealed record Catalog : IGraphResponse
{
    internal const string Fields = "id,name,vertical,product_count,feed_count";

    /// <summary>The id.</summary>
    public CatalogId Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The vertical of the catalog; a WhatsApp Business account can only use <see cref="CatalogVertical.Commerce"/>.</summary>
    public CatalogVertical Vertical { get; init; }

    /// <summary>The number of items.</summary>
    public int? ProductCount { get; init; }

    /// <summary>The number of feeds.</summary>
    public int? FeedCount { get; init; }

    bool IGraphResponse.IsComplete => Id.HasValue;
}
