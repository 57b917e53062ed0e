namespace WhatsCommerce.Calls;

/// <summary>Represents whether the business may call a customer, and which actions are possible now.</summary>
/// <remarks>Source: Meta, calling/user-call-permissions.</remarks>
public sealed record CallPermissionState
{
    /// <summary><c>permission.status</c>: whether the customer allows calls.</summary>
    public CallPermissionStatus Status { get; init; }

    /// <summary>
    /// <c>permission.expiration_time</c>: when the permission expires; <see langword="null"/> without one, and for a permanent one.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary><c>actions</c>: the actions with their limits.</summary>
    public IReadOnlyList<CallAction> Actions { get; init; } = [];

    /// <summary>Whether a call is possible now: Meta lists the action and allows it.</summary>
    public bool CanCall => Allows(CallActionName.StartCall);

    /// <summary>Whether the permission can be requested now: Meta lists the action and allows it.</summary>
    public bool CanRequestPermission => Allows(CallActionName.RequestPermission);

    private bool Allows(CallActionName name) => Actions.Any(action => action.Name == name && action.IsAllowed);
}
