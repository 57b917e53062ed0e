namespace WhatsCommerce.Storefronts;

/// <summary>Specifies a step of the reminder sequence of a cart.</summary>
public enum ReminderStep
{
    /// <summary>
    /// The first reminder: free-form, within the 24-hour window that the cart opened: <see cref="RecoverySettings.FirstAfter"/>.
    /// </summary>
    First,

    /// <summary>The last reminder within the 24-hour window: <see cref="RecoverySettings.LastAfter"/>.</summary>
    Last,

    /// <summary>The reminder after the window, with a marketing template: <see cref="RecoverySettings.TemplateAfter"/>.</summary>
    Template,
}
