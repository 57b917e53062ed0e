namespace WhatsCommerce.Calls;

/// <summary>Represents whether an action is possible now, and its limits.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
public sealed record CallAction
{
    /// <summary><c>action_name</c>: the action.</summary>
    public CallActionName Name { get; init; }

    /// <summary><c>can_perform_action</c>: whether it is possible now, with all limits considered.</summary>
    public bool IsAllowed { get; init; }

    /// <summary><c>limits</c>; empty when Meta reports none.</summary>
    public IReadOnlyList<CallActionLimit> Limits { get; init; } = [];
}
