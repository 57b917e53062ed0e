namespace WhatsCommerce.Webhooks;

/// <summary>How far a message has come, and since when: what <see cref="MessageStatus.Advance"/> tells, with its time.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MessageProgress
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="status">See <see cref="Status"/>.</param>
    /// <param name="since">See <see cref="Since"/>.</param>
    public MessageProgress(MessageStatus status, DateTimeOffset? since)
    {
        Status = status;
        Since = since;
    }

    /// <summary>The furthest status so far; absent at the beginning.</summary>
    public MessageStatus Status { get; init; }

    /// <summary>When it got there, by Meta's clock; <see langword="null"/> when that was not told.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The progress after one more status was told, whatever the order in which they come.</summary>
    /// <remarks>
    /// The further status counts. Of one that is told again (as by the devices of a customer, or by a redelivery) the earliest time
    /// counts; of two that this version does not know, the later one.
    /// </remarks>
    /// <param name="status">A status of the same message, and in a group of the same participant.</param>
    /// <returns>This progress, or the one that the status tells.</returns>
    public MessageProgress Advance(StatusEvent status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return Advance(status.Status, status.Timestamp);
    }

    /// <summary>The progress after one more status was told.</summary>
    /// <param name="status">The status.</param>
    /// <param name="time">When it happened, by Meta's clock.</param>
    /// <returns>This progress, or the one that the status tells.</returns>
    public MessageProgress Advance(MessageStatus status, DateTimeOffset? time)
    {
        if (status == Status)
        {
            return time < Since || Since is null ? new(status, time) : this;
        }

        bool isFurther = status.Rank == Status.Rank ? time > Since : status.Rank > Status.Rank;
        return isFurther ? new(status, time) : this;
    }
}
