namespace WhatsCommerce.Storefronts;

/// <summary>Which of the reminders of a cart it is.</summary>
public enum ReminderStep
{
    /// <summary>The first one, free-form, within the 24 hours that the cart opened: <see cref="RecoverySettings.FirstAfter"/>.</summary>
    First,

    /// <summary>The last one within these 24 hours: <see cref="RecoverySettings.LastAfter"/>.</summary>
    Last,

    /// <summary>The one after them, by a marketing template: <see cref="RecoverySettings.TemplateAfter"/>.</summary>
    Template,
}
