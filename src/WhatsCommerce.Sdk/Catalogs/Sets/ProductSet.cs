namespace WhatsCommerce.Catalogs;

/// <summary>Represents a subset of a catalog, selected by a filter. Source: Meta, ProductSet.</summary>
public sealed record ProductSet
{
    internal const string Fields = "id,name,retailer_id,product_count,filter";

    /// <summary>The id.</summary>
    public ProductSetId Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The business's own id of the set, if it has one.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>The number of products.</summary>
    public int? ProductCount { get; init; }

    /// <summary>The filter of its products, as Meta's JSON; see <see cref="ProductFilter"/>.</summary>
    [JsonConverter(typeof(JsonTextConverter))]
    public string? Filter { get; init; }
}
