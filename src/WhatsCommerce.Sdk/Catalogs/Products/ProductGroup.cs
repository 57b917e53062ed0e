namespace WhatsCommerce.Catalogs;

/// <summary>What variants of one product have in common. It cannot be sent; its variants can. Source: Meta, ProductGroup.</summary>
public sealed record ProductGroup
{
    internal const string Fields = "id,retailer_id";

    /// <summary>The id under which Meta knows it.</summary>
    public ProductGroupId Id { get; init; }

    /// <summary>What its variants name as <see cref="CatalogItem.GroupId"/>.</summary>
    public RetailerId RetailerId { get; init; }
}
