namespace WhatsCommerce;

/// <summary>The id that the business itself uses for an item of its catalog: SKU, content id.</summary>
/// <remarks>
/// At most 100 characters, chosen by the business (Meta catalog feed specification, <c>id</c>).
/// A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct RetailerId;
