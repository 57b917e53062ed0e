namespace WhatsCommerce.Webhooks;

/// <summary>Represents the status of a message; unlisted values are kept, since Meta adds new ones.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/status.</remarks>
[OpenWord]
public readonly partial record struct MessageStatus
{
    /// <summary>Meta has sent it: one check mark.</summary>
    [Word("sent")]
    public static partial MessageStatus Sent { get; }

    /// <summary>It was delivered to the customer's device: two check marks.</summary>
    [Word("delivered")]
    public static partial MessageStatus Delivered { get; }

    /// <summary>The customer read it: two blue check marks.</summary>
    [Word("read")]
    public static partial MessageStatus Read { get; }

    /// <summary>The customer played the voice message.</summary>
    [Word("played")]
    public static partial MessageStatus Played { get; }

    /// <summary>It was not delivered; see <see cref="StatusEvent.Errors"/>.</summary>
    [Word("failed")]
    public static partial MessageStatus Failed { get; }

    /// <summary>The customer deleted it.</summary>
    [Word("deleted")]
    public static partial MessageStatus Deleted { get; }

    /// <summary>A payment was captured.</summary>
    [Word("captured")]
    public static partial MessageStatus Captured { get; }

    /// <summary>A payment is pending.</summary>
    [Word("pending")]
    public static partial MessageStatus Pending { get; }

    // A failed message is never delivered later, but a failed payment may be retried and captured.
    internal int Rank => Value switch
    {
        null => 0,
        "pending" or "sent" => 2,
        "delivered" => 3,
        "read" => 4,
        "played" => 5,
        "deleted" => 6,
        "failed" => 7,
        "captured" => 8,
        _ => 1,
    };

    /// <summary>
    /// Returns the status of a message after another one arrived, in any order: of sent, delivered, read, played, deleted and failed, the
    /// one that is later in this list is kept. So read never falls back to delivered, and failed is final.
    /// </summary>
    /// <remarks>
    /// <para>To store the status with your own data: <c>row.Status = MessageStatus.Advance(new(row.Status),
    /// status.Status).Value</c>. Known statuses give the same result in any order and with any redelivery. To store the time as well, or to
    /// distinguish several unknown ones, use <see cref="MessageProgress"/>.</para>
    /// <para>An unknown status is replaced by any known one, but by no other unknown one. Payments (<c>pending</c>,
    /// <c>failed</c>, <c>captured</c>; <see cref="StatusEvent.Type"/> is <c>payment</c>) are a separate sequence: store them separately
    /// from the message's status. In a group each participant has a status: store them by <see cref="StatusEvent.ParticipantId"/>.</para>
    /// </remarks>
    /// <param name="current">The status so far; absent initially.</param>
    /// <param name="next">The new status.</param>
    /// <returns>One of the two.</returns>
    public static MessageStatus Advance(MessageStatus current, MessageStatus next) => next.Rank > current.Rank ? next : current;
}
