namespace WhatsCommerce;

/// <summary>Represents one of several businesses that an app serves: its numbers, its webhook secrets, and its access token.</summary>
/// <remarks>
/// Returned by an <see cref="IWhatsCommerceTenantDirectory"/>. Derive from it to add data of your app, such as the tenant's plan: handlers
/// get the same object. It is shared by threads and must be immutable.
/// </remarks>
public class WhatsCommerceTenant
{
    private const int LongestId = 128;

    /// <summary>Initializes a tenant.</summary>
    /// <param name="id">
    /// Your own id for the tenant, at most 128 characters: it may appear in the URL of its webhooks and in logs. If the tenant is also a
    /// shop of the storefront, it must be a valid id of a shop.
    /// </param>
    /// <exception cref="ArgumentException">The id is blank or too long.</exception>
    public WhatsCommerceTenant(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (id.Length > LongestId)
        {
            throw new ArgumentException($"A tenant's id has at most {LongestId} characters.", nameof(id));
        }

        Id = id;
    }

    /// <summary>Gets your own id for the tenant.</summary>
    public string Id { get; }

    /// <summary>
    /// Gets the ids of the tenant's business phone numbers; the first one is the default sender. When the list is empty, every number for
    /// which the directory returns this tenant belongs to it.
    /// </summary>
    public IReadOnlyList<PhoneNumberId> PhoneNumberIds { get; init; } = [];

    /// <summary>
    /// Gets the ids of the tenant's WhatsApp Business accounts (WABA). When the list is empty, every account for which the directory
    /// returns this tenant belongs to it.
    /// </summary>
    public IReadOnlyList<BusinessAccountId> BusinessAccountIds { get; init; } = [];

    /// <summary>Gets the business portfolio; required to list and create catalogs.</summary>
    public BusinessId BusinessId { get; init; }

    /// <summary>Gets the catalog that the tenant sells from.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// Gets the secrets of the Meta app that delivers this tenant's webhooks, if the tenant has its own app. Empty for a tenant whose
    /// webhooks are delivered through the app of the solution provider.
    /// </summary>
    public IReadOnlyList<TenantSecret> AppSecrets { get; init; } = [];

    /// <summary>Gets the verify token of the tenant's own callback URL; <see langword="null"/> when it has none. A secret.</summary>
    public string? VerifyToken { get; init; }

    /// <summary>
    /// Gets the access token of the tenant's account, without "Bearer"; <see langword="null"/> when a registered provider returns it. A
    /// secret.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>Gets a value that changes whenever the tenant is changed, such as the time of its last change.</summary>
    public string? Version { get; init; }

    /// <summary>Determines whether a number and an account belong to the tenant, as far as the tenant lists them.</summary>
    /// <param name="route">The number and the account in a webhook.</param>
    /// <returns><see langword="false"/> when one of them is missing in a non-empty list, or when the route contains neither.</returns>
    public bool Owns(TenantRoute route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return (route.PhoneNumberId.HasValue || route.BusinessAccountId.HasValue)
            && IsAmong(PhoneNumberIds, route.PhoneNumberId, route.PhoneNumberId.HasValue)
            && IsAmong(BusinessAccountIds, route.BusinessAccountId, route.BusinessAccountId.HasValue);
    }

    /// <summary>Returns the id; never a secret.</summary>
    public override string ToString() => $"tenant '{Id}'";

    private static bool IsAmong<T>(IReadOnlyList<T> own, T named, bool isNamed) => !isNamed || own.Count == 0 || own.Contains(named);
}
