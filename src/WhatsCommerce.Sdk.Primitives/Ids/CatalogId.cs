namespace WhatsCommerce;

/// <summary>The id of a Meta catalog.</summary>
/// <remarks>
/// Digits. Not to be confused with a retailer id, which identifies one item of the catalog. A null, empty or blank value means absent, and
/// equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct CatalogId;
