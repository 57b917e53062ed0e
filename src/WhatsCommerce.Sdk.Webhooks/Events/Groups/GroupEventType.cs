namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of event in a group (<c>type</c>); unlisted values are kept.</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
[OpenWord]
public readonly partial record struct GroupEventType
{
    /// <summary>It was created, or could not be.</summary>
    [Word("group_create")]
    public static partial GroupEventType Created { get; }

    /// <summary>It was deleted, or could not be.</summary>
    [Word("group_delete")]
    public static partial GroupEventType Deleted { get; }

    /// <summary>Somebody joined.</summary>
    [Word("group_participants_add")]
    public static partial GroupEventType ParticipantsAdded { get; }

    /// <summary>Somebody left or was removed.</summary>
    [Word("group_participants_remove")]
    public static partial GroupEventType ParticipantsRemoved { get; }

    /// <summary>Somebody wants to join.</summary>
    [Word("group_join_request_created")]
    public static partial GroupEventType JoinRequestCreated { get; }

    /// <summary>Somebody no longer wants to join.</summary>
    [Word("group_join_request_revoked")]
    public static partial GroupEventType JoinRequestRevoked { get; }

    /// <summary>Its picture, subject or description was changed, or could not be.</summary>
    [Word("group_settings_update")]
    public static partial GroupEventType SettingsUpdated { get; }

    /// <summary>Meta suspended it.</summary>
    [Word("group_suspend")]
    public static partial GroupEventType Suspended { get; }

    /// <summary>Meta lifted the suspension.</summary>
    [Word("group_suspend_cleared")]
    public static partial GroupEventType SuspensionCleared { get; }
}
