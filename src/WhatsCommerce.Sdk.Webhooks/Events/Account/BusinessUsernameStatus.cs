namespace WhatsCommerce.Webhooks;

/// <summary>Represents the status of the user name of a number (<c>status</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, business-scoped-user-ids.</remarks>
[OpenWord]
public readonly partial record struct BusinessUsernameStatus
{
    /// <summary>Customers see it.</summary>
    [Word("approved")]
    public static partial BusinessUsernameStatus Approved { get; }

    /// <summary>It is reserved, but not shown yet.</summary>
    [Word("reserved")]
    public static partial BusinessUsernameStatus Reserved { get; }

    /// <summary>It was deleted.</summary>
    [Word("deleted")]
    public static partial BusinessUsernameStatus Deleted { get; }
}
