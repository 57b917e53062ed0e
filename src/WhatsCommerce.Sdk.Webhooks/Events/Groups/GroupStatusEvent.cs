namespace WhatsCommerce.Webhooks;

/// <summary>A group was suspended, or is no longer (<c>group_status_update</c>).</summary>
/// <remarks>Source: Meta, groups/webhooks.</remarks>
public sealed record GroupStatusEvent : GroupEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public GroupStatusEvent()
    {
    }

    internal GroupStatusEvent(in EventHead head)
        : base(head)
    {
    }
}
