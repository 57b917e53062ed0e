namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of a reminder.</summary>
public enum ReminderOutcome
{
    /// <summary>The reminder is being sent: the outcome is not recorded yet.</summary>
    Sending,

    /// <summary>Meta accepted the message.</summary>
    Sent,

    /// <summary>
    /// It is unknown whether Meta accepted the message. It is never sent again; a later status can still resolve the outcome to sent.
    /// </summary>
    Unknown,

    /// <summary>The reminder was not sent: <see cref="Reminder.Reason"/>.</summary>
    Skipped,
}
