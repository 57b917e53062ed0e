namespace WhatsCommerce;

/// <summary>A business that an app serves among others: its numbers, the secrets of its webhooks, and the way to its account.</summary>
/// <remarks>
/// Given by an <see cref="IWhatsCommerceTenantDirectory"/>. Derive from it to carry what your app knows of a tenant beside that, such as
/// its plan: handlers get the same object back. It is shared by threads and must not change.
/// </remarks>
public class WhatsCommerceTenant
{
    private const int LongestId = 128;

    /// <summary>Initializes a tenant.</summary>
    /// <param name="id">
    /// Your own id for the tenant, at most 128 characters: it may stand in the address of its webhooks and in logs. For a tenant that is a
    /// shop of the storefront too, an id that a shop may have.
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
    /// Gets the ids of the tenant's business phone numbers; the first one sends where nothing names another. When the list is empty, every
    /// number for which the directory gives this tenant is the tenant's.
    /// </summary>
    public IReadOnlyList<PhoneNumberId> PhoneNumberIds { get; init; } = [];

    /// <summary>
    /// Gets the ids of the tenant's WhatsApp Business accounts (WABA). When the list is empty, every account for which the directory gives
    /// this tenant is the tenant's.
    /// </summary>
    public IReadOnlyList<BusinessAccountId> BusinessAccountIds { get; init; } = [];

    /// <summary>Gets the business portfolio; needed to list and create catalogs.</summary>
    public BusinessId BusinessId { get; init; }

    /// <summary>Gets the catalog that the tenant sells from.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary>
    /// Gets the secrets of the Meta app that delivers this tenant's webhooks, where that is an app of the tenant's own. Empty for a tenant
    /// whose webhooks come through the app of the solution provider.
    /// </summary>
    public IReadOnlyList<TenantSecret> AppSecrets { get; init; } = [];

    /// <summary>Gets the verify token of the tenant's own callback address; <see langword="null"/> when it has none. A secret.</summary>
    public string? VerifyToken { get; init; }

    /// <summary>
    /// Gets the access token of the tenant's account, without "Bearer"; <see langword="null"/> when a registered provider gives it. A
    /// secret.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>Gets what changes whenever the tenant has changed, such as the time of its last change.</summary>
    public string? Version { get; init; }

    /// <summary>Determines whether a number and an account are the tenant's, as far as the tenant lists them.</summary>
    /// <param name="route">The number and the account that a webhook names.</param>
    /// <returns><see langword="false"/> when one of them is not in a list that is not empty, or when the route names neither.</returns>
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
