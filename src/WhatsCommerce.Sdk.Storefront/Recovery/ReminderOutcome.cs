namespace WhatsCommerce.Storefronts;

/// <summary>What became of a reminder.</summary>
public enum ReminderOutcome
{
    /// <summary>It is being sent: decided, and its outcome not yet recorded.</summary>
    Sending,

    /// <summary>Meta took it.</summary>
    Sent,

    /// <summary>Whether Meta took it is not known. It is never sent again; a status of the message still tells that it was sent.</summary>
    Unknown,

    /// <summary>It was not sent: <see cref="Reminder.Reason"/>.</summary>
    Skipped,
}
