using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>The permissions of the access tokens of the local Cloud API; initially all of them.</summary>
/// <remarks>
/// A request without a required permission fails with HTTP 403 and error 200. Thread-safe.
/// </remarks>
public sealed class EmulatedPermissions
{
    private readonly ConcurrentDictionary<string, bool> _revoked = new(StringComparer.Ordinal);

    internal EmulatedPermissions() { }

    /// <summary>The permission that requests for catalogs and products require.</summary>
    public const string CatalogManagement = "catalog_management";

    /// <summary>The permission that requests for accounts, numbers and templates require.</summary>
    public const string BusinessManagement = "whatsapp_business_management";

    /// <summary>The permission that sending messages requires.</summary>
    public const string BusinessMessaging = "whatsapp_business_messaging";

    /// <summary>Revokes a permission from all tokens.</summary>
    /// <param name="permission">The name of the permission, such as <see cref="CatalogManagement"/>.</param>
    public void Revoke(string permission)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(permission);
        _revoked[permission] = true;
    }

    /// <summary>Grants a permission again.</summary>
    /// <param name="permission">The name of the permission.</param>
    public void Grant(string permission)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(permission);
        _revoked.TryRemove(permission, out _);
    }

    /// <summary>Whether the tokens have a permission.</summary>
    /// <param name="permission">The name of the permission.</param>
    public bool Has(string permission) => !_revoked.ContainsKey(permission);
}
