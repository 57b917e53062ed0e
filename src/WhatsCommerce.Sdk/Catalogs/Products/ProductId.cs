namespace WhatsCommerce.Catalogs;

/// <summary>The id of an item at Meta. Digits; not the retailer id, which messages use.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct ProductId;
