namespace WhatsCommerce.Storefronts;

/// <summary>The times that reminders keep to, whatever a shop sets.</summary>
internal static class RecoveryTimes
{
    /// <summary>How far behind the clock of an instance may be, and a little more.</summary>
    public static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(65);

    /// <summary>How long after a cart anything but a template may be sent: Meta's 24 hours, less what a clock may be behind.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24) - ClockMargin;

    /// <summary>The time in which a customer gets so many reminders and no more.</summary>
    public static readonly TimeSpan CapTime = TimeSpan.FromDays(7) + ClockMargin;

    /// <summary>The least time between two reminders of a cart, should one have come late.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromHours(3);

    /// <summary>For how long whoever claimed a reminder has it for itself.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>
    /// After how long a send without a recorded outcome counts as unknown: longer than a clock may be behind, so that it does not happen
    /// to one that is under way.
    /// </summary>
    public static readonly TimeSpan UntilUnknown = TimeSpan.FromHours(2);

    /// <summary>When it is looked again while a payment is pending.</summary>
    public static readonly TimeSpan WhilePending = TimeSpan.FromMinutes(30);

    /// <summary>When it is looked again after a provider or Meta had no answer.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>An offer that ends this soon is waited for: the one after it has today's prices and what is still there.</summary>
    public static readonly TimeSpan OfferEnd = TimeSpan.FromMinutes(10);

    /// <summary>For how long an order counts for the reminder that was opened or answered before it.</summary>
    public static readonly TimeSpan Attribution = TimeSpan.FromDays(3);
}
