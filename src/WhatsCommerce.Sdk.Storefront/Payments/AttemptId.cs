namespace WhatsCommerce.Storefronts;

/// <summary>The id of an attempt to pay an order: the idempotency key and the reference at the provider.</summary>
/// <remarks>
/// Created by the storefront; unique within the shop. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct AttemptId;
