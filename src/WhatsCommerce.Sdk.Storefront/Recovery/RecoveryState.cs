namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of a reminder sequence.</summary>
public enum RecoveryState
{
    /// <summary>The next reminder waits until it is due.</summary>
    Waiting,

    /// <summary>A reminder is being sent. If its outcome is not recorded in time, it counts as unknown.</summary>
    Sending,

    /// <summary>No more reminders follow.</summary>
    Ended,
}
