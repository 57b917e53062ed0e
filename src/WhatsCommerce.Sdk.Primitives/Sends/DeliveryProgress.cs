namespace WhatsCommerce;

/// <summary>
/// How far a message has come, as its statuses tell. Statuses come in any order and more than once: the one that stands later here counts,
/// as in <c>MessageStatus.Advance</c>.
/// </summary>
public enum DeliveryProgress
{
    /// <summary>No status came yet.</summary>
    None = 0,

    /// <summary>Meta sent it.</summary>
    Sent = 1,

    /// <summary>It arrived.</summary>
    Delivered = 2,

    /// <summary>It was read, or played.</summary>
    Read = 3,

    /// <summary>It did not arrive.</summary>
    Failed = 4,
}
