namespace WhatsCommerce;

/// <summary>
/// The delivery progress of a message, from its statuses. Statuses arrive in any order and repeatedly: the highest value counts, as in
/// <c>MessageStatus.Advance</c>.
/// </summary>
public enum DeliveryProgress
{
    /// <summary>No status has arrived yet.</summary>
    None = 0,

    /// <summary>Meta sent it.</summary>
    Sent = 1,

    /// <summary>It was delivered.</summary>
    Delivered = 2,

    /// <summary>It was read, or played.</summary>
    Read = 3,

    /// <summary>It was not delivered.</summary>
    Failed = 4,
}
