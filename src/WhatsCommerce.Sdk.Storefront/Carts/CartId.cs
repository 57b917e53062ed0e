namespace WhatsCommerce.Storefronts;

/// <summary>The id of a cart.</summary>
/// <remarks>
/// Created by the storefront; unique within the shop. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct CartId;
