namespace WhatsCommerce.Catalogs;

/// <summary>A part of a catalog, chosen by a filter. Source: Meta, ProductSet.</summary>
public sealed record ProductSet
{
    internal const string Fields = "id,name,retailer_id,product_count,filter";

    /// <summary>The id.</summary>
    public ProductSetId Id { get; init; }

    /// <summary>What the business calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The id under which the business knows it, if it gave one.</summary>
    public RetailerId RetailerId { get; init; }

    /// <summary>How many products it has.</summary>
    public int? ProductCount { get; init; }

    /// <summary>Which products it has, as Meta's JSON; see <see cref="ProductFilter"/>.</summary>
    [JsonConverter(typeof(JsonTextConverter))]
    public string? Filter { get; init; }
}
