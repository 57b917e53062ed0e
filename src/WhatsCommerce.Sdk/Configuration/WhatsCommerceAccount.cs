namespace WhatsCommerce;

/// <summary>
/// Represents one of many tenants: the ids of a business and how to get its token. See <see cref="IWhatsCommerceClientFactory"/>.
/// </summary>
/// <remarks>
/// Nothing is inherited from the ids and tokens of the options or of another account; only the base address, the version, the app secret
/// and the rules of sending come from the registration.
/// </remarks>
public sealed class WhatsCommerceAccount
{
    /// <summary>Gets your own name of the account, such as the tenant's key; passed to the token provider, never to Meta.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the number that sends. Required to send messages.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the WhatsApp Business account (WABA). Required for templates and for connecting a catalog.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>Gets the business portfolio. Required to list and create catalogs.</summary>
    public BusinessId BusinessId { get; init; }

    /// <summary>Gets the catalog that this business sells from.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// Gets the access token, without "Bearer". A secret. Set this or <see cref="AccessTokenProvider"/>, or register a provider.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>Gets the provider of the token for each request; takes precedence over <see cref="AccessToken"/>.</summary>
    public IAccessTokenProvider? AccessTokenProvider { get; init; }

    /// <summary>
    /// Gets the secret of the app that the token belongs to; <see langword="null"/> to use that of the registration. A secret.
    /// </summary>
    public string? AppSecret { get; init; }

    /// <summary>Creates the account of a tenant.</summary>
    /// <param name="tenant">The tenant; its id becomes the name.</param>
    /// <param name="phoneNumberId">The number that sends; the tenant's first by default.</param>
    /// <param name="businessAccountId">The account of that number; the tenant's first by default.</param>
    /// <returns>The account.</returns>
    public static WhatsCommerceAccount FromTenant(
        WhatsCommerceTenant tenant, PhoneNumberId phoneNumberId = default, BusinessAccountId businessAccountId = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return new()
        {
            Name = tenant.Id,
            PhoneNumberId = phoneNumberId.HasValue ? phoneNumberId : FirstOf(tenant.PhoneNumberIds),
            BusinessAccountId = businessAccountId.HasValue ? businessAccountId : FirstOf(tenant.BusinessAccountIds),
            BusinessId = tenant.BusinessId,
            CatalogId = tenant.CatalogId,
            AccessToken = tenant.AccessToken,

            // If a tenant has its own app, its token belongs to that app; the secret without an end is the one in use.
            AppSecret = (tenant.AppSecrets.FirstOrDefault(secret => secret.ValidUntil is null)
                ?? FirstOf(tenant.AppSecrets))?.Value,
        };
    }

    /// <summary>Returns the name and the number's id; never a secret.</summary>
    public override string ToString() => $"account '{Name}', phone number id '{PhoneNumberId}'";

    private static T? FirstOf<T>(IReadOnlyList<T> list) => list is [T first, ..] ? first : default;
}
