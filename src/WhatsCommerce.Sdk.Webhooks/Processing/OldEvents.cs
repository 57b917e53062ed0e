namespace WhatsCommerce.Webhooks;

/// <summary>What becomes of events that are older than <see cref="WebhookOptions.MaxEventAge"/>.</summary>
public enum OldEvents
{
    /// <summary>They are handled as any other; <see cref="WebhookContext.IsLate"/> tells the handler.</summary>
    Mark = 0,

    /// <summary>
    /// They are not handled, and answered 200. Orders, payments, and what was tried before and failed, are handled all the same, and only
    /// marked.
    /// </summary>
    Skip,
}
