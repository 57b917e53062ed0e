namespace WhatsCommerce.Testing.Judging.Products;

/// <summary>Provides the connected catalog to the rules.</summary>
internal interface IShelf
{
    /// <summary>The id of the catalog that is connected to the business account, if one is.</summary>
    string? CatalogId { get; }

    /// <summary>Whether the number that sends shows the catalog to customers.</summary>
    bool IsVisible { get; }

    /// <summary>Whether the catalog holds an item, and does not keep it from customers.</summary>
    bool Holds(string retailerId);
}
