using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The picture, subject or description of a group was changed, or could not be (<c>group_settings_update</c>).</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
public sealed record GroupSettingsEvent : GroupEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public GroupSettingsEvent()
    {
    }

    internal GroupSettingsEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>group_subject</c>.</summary>
    public GroupTextChange? Subject { get; init; }

    /// <summary><c>group_description</c>.</summary>
    public GroupTextChange? Description { get; init; }

    /// <summary><c>profile_picture</c>.</summary>
    public GroupPictureChange? ProfilePicture { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        return true;
    }
}
