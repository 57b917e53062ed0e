namespace WhatsCommerce;

/// <summary>Creates clients for accounts that are known only at run time, such as tenants from a database.</summary>
/// <remarks>
/// Registered by <c>services.AddWhatsCommerce(...)</c>; for these clients its options need neither ids nor a token. A client is cheap to
/// create and holds no connection: create one for each unit of work, or keep it. Clients share only the connection pool and the pace of
/// each phone number.
/// </remarks>
public interface IWhatsCommerceClientFactory
{
    /// <summary>Creates a client for an account, with the settings of the unnamed registration.</summary>
    /// <param name="account">The account.</param>
    /// <exception cref="ArgumentException">An id or the token of the account is malformed.</exception>
    /// <exception cref="InvalidOperationException">No client was registered without a name.</exception>
    WhatsCommerceClient Create(WhatsCommerceAccount account);

    /// <summary>Creates a client for an account, with the settings of a named registration.</summary>
    /// <param name="name">The name that was given to <c>AddWhatsCommerce</c>.</param>
    /// <param name="account">The account.</param>
    /// <exception cref="ArgumentException">An id or the token of the account is malformed.</exception>
    /// <exception cref="InvalidOperationException">No client was registered under this name.</exception>
    WhatsCommerceClient Create(string name, WhatsCommerceAccount account);

    /// <summary>Creates a client for a tenant, with the settings of the unnamed registration.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="phoneNumberId">The number that sends; the tenant's first by default.</param>
    /// <param name="businessAccountId">The account of that number; the tenant's first by default.</param>
    /// <exception cref="ArgumentException">An id or the token of the tenant is malformed.</exception>
    /// <exception cref="InvalidOperationException">No client was registered without a name.</exception>
    TenantClient Create(
        WhatsCommerceTenant tenant, PhoneNumberId phoneNumberId = default, BusinessAccountId businessAccountId = default);
}
