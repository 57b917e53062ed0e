namespace WhatsCommerce.Storefronts;

/// <summary>Why a reminder was not sent.</summary>
public enum SkipReason
{
    /// <summary>The cart was ordered: paid, marked as paid, or to be paid on delivery. Ends the sequence.</summary>
    Ordered,

    /// <summary>The customer has paid by a way that takes its time, until the reminder was too late.</summary>
    PaymentPending,

    /// <summary>The cart was dropped or has expired, or its order was cancelled. Ends the sequence.</summary>
    CartGone,

    /// <summary>The customer sent another cart, which has a sequence of its own. Ends the sequence.</summary>
    NewCart,

    /// <summary>The customer wrote, pressed or reacted since the cart came. Ends the sequence.</summary>
    Replied,

    /// <summary>The customer wants no reminders. Ends the sequence.</summary>
    OptedOut,

    /// <summary>A person or another program owns the conversation. Ends the sequence.</summary>
    HumanOwner,

    /// <summary>Nothing of the cart can be sold any more. Ends the sequence.</summary>
    SoldOut,

    /// <summary>Reminders were off at its moment, or since the cart came, or this step was taken out. Ends the sequence.</summary>
    Off,

    /// <summary>The 24 hours that the cart opened are over, or Meta says so.</summary>
    OutsideWindow,

    /// <summary>After the quiet hours of the customer the window is over.</summary>
    QuietHours,

    /// <summary>The moment of the next reminder has come as well.</summary>
    Late,

    /// <summary>The customer has had as many messages as <see cref="RecoverySettings.MaxMessages"/> says.</summary>
    TooMany,

    /// <summary>The customer did not agree to marketing messages.</summary>
    NoConsent,

    /// <summary>Meta delivers no marketing templates to numbers of this country (+1).</summary>
    CountryNotAllowed,

    /// <summary>The customer belongs to the hold-out group.</summary>
    HeldOut,

    /// <summary>The cart cannot be offered now: no provider takes it, or a rule of the shop objects.</summary>
    NotPayable,

    /// <summary>Meta refused the message.</summary>
    Refused,
}
