namespace WhatsCommerce.Webhooks;

/// <summary>Specifies how to treat events that are older than <see cref="WebhookOptions.MaxEventAge"/>.</summary>
public enum LateEvents
{
    /// <summary>They are handled like any other event, with <see cref="WebhookContext.IsLate"/> set.</summary>
    Mark = 0,

    /// <summary>
    /// They are skipped, and answered 200. Orders, payments, changes of a customer's ids, and events whose earlier attempt failed, are
    /// handled all the same, with <see cref="WebhookContext.IsLate"/> set.
    /// </summary>
    Skip,
}
