namespace WhatsCommerce.Storefronts;

/// <summary>The fixed times of reminders, which a shop cannot change.</summary>
internal static class RecoveryTimes
{
    /// <summary>The maximum clock skew of an instance, plus a margin.</summary>
    public static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(65);

    /// <summary>How long after a cart free-form messages may be sent: Meta's 24 hours minus the maximum clock skew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24) - ClockMargin;

    /// <summary>The period to which the maximum number of reminders per customer applies.</summary>
    public static readonly TimeSpan CapTime = TimeSpan.FromDays(7) + ClockMargin;

    /// <summary>The minimum time between two reminders of a cart, in case the first was late.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromHours(3);

    /// <summary>The duration of a claim (lease) on a reminder.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After this time a send without a recorded outcome counts as unknown. It is longer than the maximum clock skew, so that it never
    /// applies to a send in progress.
    /// </summary>
    public static readonly TimeSpan UntilUnknown = TimeSpan.FromHours(2);

    /// <summary>The time until the next check while a payment is pending.</summary>
    public static readonly TimeSpan WhilePending = TimeSpan.FromMinutes(30);

    /// <summary>The time until the next attempt after a provider or Meta did not respond.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>A reminder waits for an offer that expires within this time, because the next offer has current prices and stock.</summary>
    public static readonly TimeSpan OfferEnd = TimeSpan.FromMinutes(10);

    /// <summary>The attribution window: how long after a reminder was opened or answered an order is attributed to it.</summary>
    public static readonly TimeSpan Attribution = TimeSpan.FromDays(3);
}
