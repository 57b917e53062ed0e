namespace WhatsCommerce.Catalogs;

/// <summary>Represents a group of variants of one product. It cannot be sent; its variants can. Source: Meta, ProductGroup.</summary>
public sealed record ProductGroup
{
    internal const string Fields = "id,retailer_id";

    /// <summary>The id at Meta.</summary>
    public ProductGroupId Id { get; init; }

    /// <summary>The id that its variants have as <see cref="CatalogItem.GroupId"/>.</summary>
    public RetailerId RetailerId { get; init; }
}
