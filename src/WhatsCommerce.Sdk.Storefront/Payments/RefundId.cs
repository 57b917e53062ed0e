namespace WhatsCommerce.Storefronts;

/// <summary>The id of a refund: its idempotency key at the provider.</summary>
/// <remarks>
/// Made by the storefront, unique in its shop. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct RefundId;
