namespace WhatsCommerce.Catalogs;

/// <summary>A catalog as Meta describes it. Source: Meta, ProductCatalog.</summary>
public sealed record Catalog : IGraphAnswer
{
    internal const string Fields = "id,name,vertical,product_count,feed_count";

    /// <summary>The id.</summary>
    public CatalogId Id { get; init; }

    /// <summary>What the business calls it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for; a WhatsApp Business account can use <see cref="CatalogVertical.Commerce"/> only.</summary>
    public CatalogVertical Vertical { get; init; }

    /// <summary>How many items it has.</summary>
    public int? ProductCount { get; init; }

    /// <summary>How many feeds fill it.</summary>
    public int? FeedCount { get; init; }

    bool IGraphAnswer.IsComplete => Id.HasValue;
}
