using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A group was created or deleted, or could not be (<c>group_lifecycle_update</c>).</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
public sealed record GroupLifecycleEvent : GroupEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public GroupLifecycleEvent()
    {
    }

    internal GroupLifecycleEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>subject</c>.</summary>
    public string? Subject { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary><c>invite_link</c>: whoever has it can join.</summary>
    public string? InviteLink { get; init; }

    /// <summary><c>join_approval_mode</c>: whether the business has to let them in.</summary>
    public string? JoinApprovalMode { get; init; }

    /// <summary><c>added_participants</c>.</summary>
    public IReadOnlyList<GroupParticipant> AddedParticipants { get; init; } = [];

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        return true;
    }
}
