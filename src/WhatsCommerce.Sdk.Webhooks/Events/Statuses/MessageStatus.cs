namespace WhatsCommerce.Webhooks;

/// <summary>What became of a message; unlisted values are kept, since Meta adds new ones.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/status.</remarks>
[OpenWord]
public readonly partial record struct MessageStatus
{
    /// <summary>Meta has sent it on: one tick.</summary>
    [Word("sent")]
    public static partial MessageStatus Sent { get; }

    /// <summary>It reached the customer's device: two ticks.</summary>
    [Word("delivered")]
    public static partial MessageStatus Delivered { get; }

    /// <summary>The customer saw it: two blue ticks.</summary>
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

    // A failed message never arrives after all, but a failed payment may be tried again and captured.
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
    /// Returns the status of a message after another one arrived, in whatever order they arrive: sent, delivered, read, played, deleted and
    /// failed, of which the later one in this row stays. So read never falls back to delivered, and failed is kept.
    /// </summary>
    /// <remarks>
    /// <para>For those who keep the status with their own data: <c>row.Status = MessageStatus.Advance(new(row.Status),
    /// status.Status).Value</c>. Any order of known ones and any redelivery gives the same result. To keep the time too, or several unknown
    /// ones apart, use <see cref="MessageProgress"/>.</para>
    /// <para>A status that this version does not know gives way to any that it knows, and to none else. Payments (<c>pending</c>,
    /// <c>failed</c>, <c>captured</c>; <see cref="StatusEvent.Type"/> is <c>payment</c>) have a course of their own: keep them apart from
    /// the message's. In a group each participant has one: keep them by <see cref="StatusEvent.ParticipantId"/>.</para>
    /// </remarks>
    /// <param name="current">The status so far; absent at the beginning.</param>
    /// <param name="next">The new status.</param>
    /// <returns>One of the two.</returns>
    public static MessageStatus Advance(MessageStatus current, MessageStatus next) => next.Rank > current.Rank ? next : current;
}
