namespace WhatsCommerce.Catalogs;

/// <summary>The id of a group of variants at Meta. Digits.</summary>
/// <remarks>A null, empty or blank value means absent, and equals <see langword="default"/>.</remarks>
[Id]
public readonly partial record struct ProductGroupId;
