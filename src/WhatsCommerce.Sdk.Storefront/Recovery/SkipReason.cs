namespace WhatsCommerce.Storefronts;

/// <summary>Specifies why a reminder was not sent.</summary>
public enum SkipReason
{
    /// <summary>The cart was ordered: paid, marked as paid, or to be paid on delivery. Ends the sequence.</summary>
    Ordered,

    /// <summary>A payment was pending until it was too late for the reminder.</summary>
    PaymentPending,

    /// <summary>The cart was dropped or has expired, or its order was canceled. Ends the sequence.</summary>
    CartGone,

    /// <summary>The customer sent another cart, which has its own sequence. Ends the sequence.</summary>
    NewCart,

    /// <summary>The customer wrote, pressed a button or reacted after the cart. Ends the sequence.</summary>
    Replied,

    /// <summary>The customer opted out of reminders. Ends the sequence.</summary>
    OptedOut,

    /// <summary>A person or another program owns the conversation. Ends the sequence.</summary>
    HumanOwner,

    /// <summary>No product of the cart can be sold anymore. Ends the sequence.</summary>
    SoldOut,

    /// <summary>
    /// Reminders were off when it was due or at some time since the cart, or the step was removed from the settings. Ends the sequence.
    /// </summary>
    Off,

    /// <summary>The 24-hour window that the cart opened is closed, by the clock or according to Meta.</summary>
    OutsideWindow,

    /// <summary>The window closes before the customer's quiet hours end.</summary>
    QuietHours,

    /// <summary>The next reminder is already due as well.</summary>
    Late,

    /// <summary>The customer has already got <see cref="RecoverySettings.MaxMessages"/> reminders.</summary>
    TooMany,

    /// <summary>The customer did not agree to marketing messages.</summary>
    NoConsent,

    /// <summary>Meta delivers no marketing templates to numbers of this country (+1).</summary>
    CountryNotAllowed,

    /// <summary>The customer belongs to the hold-out group.</summary>
    HeldOut,

    /// <summary>The cart cannot be offered now: no provider accepts it, or a checkout rule rejects it.</summary>
    NotPayable,

    /// <summary>Meta rejected the message.</summary>
    Refused,
}
