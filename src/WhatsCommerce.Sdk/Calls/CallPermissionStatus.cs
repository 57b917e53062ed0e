namespace WhatsCommerce.Calls;

/// <summary>Whether the business may call a customer; unlisted values are kept.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions; the last four are from Meta's OpenAPI v23.0.</remarks>
[OpenWord]
public readonly partial record struct CallPermissionStatus
{
    /// <summary>The business may not call, or the customer cannot be called.</summary>
    [Word("no_permission")]
    public static partial CallPermissionStatus None { get; }

    /// <summary>The business may call for some days.</summary>
    [Word("temporary")]
    public static partial CallPermissionStatus Temporary { get; }

    /// <summary>The business may call until the customer revokes the permission.</summary>
    [Word("permanent")]
    public static partial CallPermissionStatus Permanent { get; }

    /// <summary>The business may call.</summary>
    [Word("granted")]
    public static partial CallPermissionStatus Granted { get; }

    /// <summary>The customer has not answered the request yet.</summary>
    [Word("pending")]
    public static partial CallPermissionStatus Pending { get; }

    /// <summary>The customer declined.</summary>
    [Word("denied")]
    public static partial CallPermissionStatus Denied { get; }

    /// <summary>The permission has expired.</summary>
    [Word("expired")]
    public static partial CallPermissionStatus Expired { get; }
}
