namespace WhatsCommerce.Storefronts;

/// <summary>How far the reminders of a cart have come.</summary>
public enum RecoveryState
{
    /// <summary>The next one waits for its moment.</summary>
    Waiting,

    /// <summary>One is being sent. When its outcome is not recorded in time, it is unknown.</summary>
    Sending,

    /// <summary>There are no more.</summary>
    Ended,
}
