namespace WhatsCommerce.Storefronts;

/// <summary>The id of a refund: its idempotency key at the provider.</summary>
/// <remarks>
/// Created by the storefront; unique within the shop. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct RefundId;
