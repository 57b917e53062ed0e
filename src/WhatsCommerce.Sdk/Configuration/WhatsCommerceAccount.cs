namespace WhatsCommerce;

/// <summary>One tenant of many: the ids of a business and the way to its token. See <see cref="IWhatsCommerceClientFactory"/>.</summary>
/// <remarks>
/// Nothing of it is taken over from the options, or from another account; only the address, the version, the app's secret and the rules of
/// sending come from the registration.
/// </remarks>
public sealed class WhatsCommerceAccount
{
    /// <summary>A name of your own for the account, such as the tenant's key; given to the token provider, never to Meta.</summary>
    public string? Name { get; init; }

    /// <summary>The number that sends. Needed to send messages.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>The WhatsApp Business account (WABA). Needed for templates and for connecting a catalog.</summary>
    public BusinessAccountId BusinessAccountId { get; init; }

    /// <summary>The business portfolio. Needed to list and create catalogs.</summary>
    public BusinessId BusinessId { get; init; }

    /// <summary>The catalog that this business sells from.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// The access token, without "Bearer". A secret. Set this or <see cref="AccessTokenProvider"/>, or register a provider.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>Gives the token for each request; goes before <see cref="AccessToken"/>.</summary>
    public IAccessTokenProvider? AccessTokenProvider { get; init; }

    /// <summary>The secret of the app that the token belongs to; <see langword="null"/> for the registration's. A secret.</summary>
    public string? AppSecret { get; init; }

    /// <summary>Makes the account of a tenant.</summary>
    /// <param name="tenant">The tenant; its id becomes the name.</param>
    /// <param name="phoneNumberId">The number that sends; the tenant's first unless given.</param>
    /// <param name="businessAccountId">The account of that number; the tenant's first unless given.</param>
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

            // The token of a tenant with an app of its own belongs to that app; the secret without an end is the one in use.
            AppSecret = (tenant.AppSecrets.FirstOrDefault(secret => secret.ValidUntil is null)
                ?? FirstOf(tenant.AppSecrets))?.Value,
        };
    }

    /// <summary>Name and number id; never a secret.</summary>
    public override string ToString() => $"account '{Name}', phone number id '{PhoneNumberId}'";

    private static T? FirstOf<T>(IReadOnlyList<T> list) => list is [T first, ..] ? first : default;
}
