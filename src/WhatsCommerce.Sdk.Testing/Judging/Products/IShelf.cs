namespace WhatsCommerce.Testing.Judging.Products;

/// <summary>The connected catalog, as needed for validation.</summary>
internal interface IShelf
{
    /// <summary>The id of the catalog that is connected to the business account, if one is.</summary>
    string? CatalogId { get; }

    /// <summary>Whether the number that sends shows the catalog to customers.</summary>
    bool IsVisible { get; }

    /// <summary>Whether the catalog contains an item, and does not hide it from customers.</summary>
    bool Holds(string retailerId);
}
