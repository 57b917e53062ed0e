namespace WhatsCommerce.Webhooks;

/// <summary>The secret that signed a delivery, which determines whose events the delivery may contain.</summary>
internal sealed class DeliveryProof
{
    /// <summary>
    /// The proof by a secret of the endpoint itself, or of a development environment: the delivery may contain events of all tenants.
    /// </summary>
    public static DeliveryProof OfEndpoint { get; } = new();

    /// <summary>Gets the secret of a tenant that signed it; <see langword="null"/> for a secret of the endpoint.</summary>
    public string? TenantSecret { get; init; }

    /// <summary>Gets the tenant in the URL; <see langword="null"/> when the URL contains none.</summary>
    public WhatsCommerceTenant? AddressedTo { get; init; }

    /// <summary>Determines whether a delivery with this proof may contain events of a tenant.</summary>
    /// <remarks>
    /// A tenant who knows the secret of its own app can sign anything: the signature counts only for tenants that have this secret.
    /// </remarks>
    public bool Covers(WhatsCommerceTenant tenant, DateTimeOffset now) =>
        (AddressedTo is null || AddressedTo.Id == tenant.Id)
        && (TenantSecret is null || tenant.AppSecrets.Any(secret => secret.Value == TenantSecret && secret.IsValidAt(now)));
}
