namespace WhatsCommerce.Webhooks;

/// <summary>Represents the change of a contact (<c>action</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/smb_app_state_sync.</remarks>
[OpenWord]
public readonly partial record struct ContactSyncAction
{
    /// <summary>It was added or changed.</summary>
    [Word("add")]
    public static partial ContactSyncAction Add { get; }

    /// <summary>It was removed.</summary>
    [Word("remove")]
    public static partial ContactSyncAction Remove { get; }
}
