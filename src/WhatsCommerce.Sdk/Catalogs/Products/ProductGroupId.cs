namespace WhatsCommerce.Catalogs;

/// <summary>The id under which Meta knows a group of variants. Digits.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct ProductGroupId;
