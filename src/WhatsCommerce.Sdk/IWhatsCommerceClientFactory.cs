namespace WhatsCommerce;

/// <summary>Makes clients for accounts that are known only at run time: the tenants of a database.</summary>
/// <remarks>
/// Registered by <c>services.AddWhatsCommerce(...)</c>, whose options need neither ids nor a token then. A client is cheap and keeps no
/// connection of its own: make one for each piece of work, or keep it. Clients share connections, and the pace of a number; nothing else.
/// </remarks>
public interface IWhatsCommerceClientFactory
{
    /// <summary>Makes a client for an account, with the rules of the registration without a name.</summary>
    /// <param name="account">The account.</param>
    /// <exception cref="ArgumentException">An id or the token of the account cannot be right.</exception>
    /// <exception cref="InvalidOperationException">There is no such registration.</exception>
    WhatsCommerceClient Create(WhatsCommerceAccount account);

    /// <summary>Makes a client for an account, with the rules of a named registration.</summary>
    /// <param name="name">The name that was given to <c>AddWhatsCommerce</c>.</param>
    /// <param name="account">The account.</param>
    /// <exception cref="ArgumentException">An id or the token of the account cannot be right.</exception>
    /// <exception cref="InvalidOperationException">There is no such registration.</exception>
    WhatsCommerceClient Create(string name, WhatsCommerceAccount account);

    /// <summary>Makes a client for a tenant, with the rules of the registration without a name.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="phoneNumberId">The number that sends; the tenant's first unless given.</param>
    /// <param name="businessAccountId">The account of that number; the tenant's first unless given.</param>
    /// <exception cref="ArgumentException">An id or the token of the tenant cannot be right.</exception>
    /// <exception cref="InvalidOperationException">There is no such registration.</exception>
    TenantClient Create(
        WhatsCommerceTenant tenant, PhoneNumberId phoneNumberId = default, BusinessAccountId businessAccountId = default);
}
