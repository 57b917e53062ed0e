namespace WhatsCommerce.Webhooks;

/// <summary>What made a delivery authentic, and so whose events it may hold.</summary>
internal sealed class DeliveryProof
{
    /// <summary>That of a secret of the endpoint itself, or of a development environment: it may hold the events of every tenant.</summary>
    public static DeliveryProof OfEndpoint { get; } = new();

    /// <summary>Gets the secret of a tenant that signed it; <see langword="null"/> for a secret of the endpoint.</summary>
    public string? TenantSecret { get; init; }

    /// <summary>Gets the tenant that the address names; <see langword="null"/> when it names none.</summary>
    public WhatsCommerceTenant? AddressedTo { get; init; }

    /// <summary>Determines whether a delivery with this proof may hold events of a tenant.</summary>
    /// <remarks>
    /// A tenant who knows the secret of its own app can sign what they like: it counts for those tenants only that have this very secret.
    /// </remarks>
    public bool Covers(WhatsCommerceTenant tenant, DateTimeOffset now) =>
        (AddressedTo is null || AddressedTo.Id == tenant.Id)
        && (TenantSecret is null || tenant.AppSecrets.Any(secret => secret.Value == TenantSecret && secret.IsValidAt(now)));
}
