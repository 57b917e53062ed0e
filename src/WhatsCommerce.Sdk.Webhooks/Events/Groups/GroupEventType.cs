namespace WhatsCommerce.Webhooks;

/// <summary>What happened in a group (<c>type</c>): an open value.</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
public readonly record struct GroupEventType
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public GroupEventType(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It was created, or could not be.</summary>
    public static GroupEventType Created { get; } = new("group_create");

    /// <summary>It was deleted, or could not be.</summary>
    public static GroupEventType Deleted { get; } = new("group_delete");

    /// <summary>Somebody joined.</summary>
    public static GroupEventType ParticipantsAdded { get; } = new("group_participants_add");

    /// <summary>Somebody left or was removed.</summary>
    public static GroupEventType ParticipantsRemoved { get; } = new("group_participants_remove");

    /// <summary>Somebody wants to join.</summary>
    public static GroupEventType JoinRequestCreated { get; } = new("group_join_request_created");

    /// <summary>Somebody no longer wants to join.</summary>
    public static GroupEventType JoinRequestRevoked { get; } = new("group_join_request_revoked");

    /// <summary>Its picture, subject or description was changed, or could not be.</summary>
    public static GroupEventType SettingsUpdated { get; } = new("group_settings_update");

    /// <summary>Meta suspended it.</summary>
    public static GroupEventType Suspended { get; } = new("group_suspend");

    /// <summary>Meta lifted the suspension.</summary>
    public static GroupEventType SuspensionCleared { get; } = new("group_suspend_cleared");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "group_create" or "group_delete" or "group_participants_add" or "group_participants_remove" or "group_join_request_created"
        or "group_join_request_revoked" or "group_settings_update" or "group_suspend" or "group_suspend_cleared";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
