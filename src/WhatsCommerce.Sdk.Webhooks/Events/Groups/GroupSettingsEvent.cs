namespace WhatsCommerce.Webhooks;

/// <summary>The picture, subject or description of a group was changed, or this failed (<c>group_settings_update</c>).</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
[WebhookField("group_settings_update", Items = "groups")]
public sealed partial record GroupSettingsEvent : GroupEvent
{
    /// <summary><c>group_subject</c>: the change of the subject.</summary>
    [Wire("group_subject")]
    public GroupTextChange? Subject { get; init; }

    /// <summary><c>group_description</c>: the change of the description.</summary>
    [Wire("group_description")]
    public GroupTextChange? Description { get; init; }

    /// <summary><c>profile_picture</c>: the change of the picture.</summary>
    [Wire("profile_picture")]
    public GroupPictureChange? ProfilePicture { get; init; }
}
