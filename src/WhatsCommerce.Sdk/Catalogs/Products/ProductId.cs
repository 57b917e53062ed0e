namespace WhatsCommerce.Catalogs;

/// <summary>The id under which Meta knows an item. Digits; not the retailer id, which messages name.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct ProductId;
