using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>What the tokens of the local Cloud API are allowed to do: everything, until the test takes a permission away.</summary>
/// <remarks>
/// A request that needs a permission which is not there is answered with HTTP 403 and error 200. Safe for use from several threads.
/// </remarks>
public sealed class EmulatedPermissions
{
    private readonly ConcurrentDictionary<string, bool> _revoked = new(StringComparer.Ordinal);

    internal EmulatedPermissions() { }

    /// <summary>The permission that requests on catalogs and products need.</summary>
    public const string CatalogManagement = "catalog_management";

    /// <summary>The permission that requests on accounts, numbers and templates need.</summary>
    public const string BusinessManagement = "whatsapp_business_management";

    /// <summary>The permission that sending needs.</summary>
    public const string BusinessMessaging = "whatsapp_business_messaging";

    /// <summary>Takes a permission away from every token.</summary>
    /// <param name="permission">Its name, such as <see cref="CatalogManagement"/>.</param>
    public void Revoke(string permission)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(permission);
        _revoked[permission] = true;
    }

    /// <summary>Gives a permission back.</summary>
    /// <param name="permission">Its name.</param>
    public void Grant(string permission)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(permission);
        _revoked.TryRemove(permission, out _);
    }

    /// <summary>Whether the tokens have a permission.</summary>
    /// <param name="permission">Its name.</param>
    public bool Has(string permission) => !_revoked.ContainsKey(permission);
}
